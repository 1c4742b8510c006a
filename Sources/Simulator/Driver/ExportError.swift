import Outbound

/// Why the collector did not take a batch.
public enum ExportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It refused, and trying again would not help.
    case refused(status: Int)
    /// It was too busy at every attempt.
    case busy(status: Int)
    /// It could not be reached at any attempt.
    case unreachable(String)
    /// The application was stopped.
    case stopped

    /// What was tried, what is wrong, what to do.
    public var description: String {
        switch self {
        case .refused(let status): "the collector refused telemetry with status \(status); see its log"
        case .busy(let status): "the collector was too busy for telemetry (status \(status)); it was left out"
        case .unreachable(let reason): "cannot send telemetry to the collector: \(reason); is headframed running there?"
        case .stopped: "the simulated application was stopped"
        }
    }
}
