import Domain

/// Something that a deploy script of the simulated company says that it did.
public struct Deploy: Sendable, Hashable {
    /// When, measured from the beginning of the demo, so negative in the history.
    public let time: Nanoseconds
    /// What it says.
    public let text: String
    public let service: Service

    init(at time: Nanoseconds, _ text: String, _ service: Service) {
        (self.time, self.text, self.service) = (time, text, service)
    }

    /// The mark of it, in a demo that begins at `epoch`.
    public func mark(epoch: Timestamp) -> MarkDraft {
        MarkDraft(text: text, service: service.rawValue, environment: "prod", time: epoch.advanced(by: time))
    }
}
