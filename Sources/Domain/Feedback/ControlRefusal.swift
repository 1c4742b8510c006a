/// Why the collector did not do what it was asked. `message` says what was tried, what is wrong and what to do.
public struct ControlRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of no it is.
    public enum Reason: Hashable, Sendable {
        /// No collector listens for this store.
        case notRunning
        /// The person may not do this.
        case notAllowed
        /// What it is about is not there.
        case notFound
        /// The key of the command was used for another one.
        case keyReused
        /// What it was decided on has changed meanwhile, or another decision was faster: look again.
        case moved
        /// The command itself is wrong.
        case invalid
        /// The same may be done later.
        case unavailable
        /// The collector failed.
        case failed
    }

    public let reason: Reason
    public let message: String

    /// A refusal of the given kind.
    public init(_ reason: Reason, _ message: String) { (self.reason, self.message) = (reason, message) }

    public var description: String { message }
}
