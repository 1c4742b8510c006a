import Domain
import NIOHTTP1

/// What the collector counts about itself since it started.
struct Metrics: Sendable {
    /// Why whole requests were not stored.
    enum RejectionReason: String, CaseIterable, Sendable {
        /// It was not what it claimed to be.
        case malformed
        /// It was larger than allowed.
        case tooLarge = "too_large"
        /// The collector could take no more at that moment; the client was told to come again.
        case busy
    }

    /// Statuses that are counted one by one; all others are `other`.
    enum Status: String, CaseIterable, Sendable {
        case ok = "200"
        case notModified = "304"
        case badRequest = "400"
        case forbidden = "403"
        case notFound = "404"
        case methodNotAllowed = "405"
        case timeout = "408"
        case tooLarge = "413"
        case lineTooLong = "414"
        case mediaType = "415"
        case expectation = "417"
        case tooManyRequests = "429"
        case headersTooLarge = "431"
        case internalError = "500"
        case notImplemented = "501"
        case unavailable = "503"
        case version = "505"
        case other

        init(_ status: HTTPResponseStatus) { self = Status(rawValue: String(status.code)) ?? .other }
    }

    /// Statuses of gRPC that are counted one by one; all others are `other`.
    enum CallStatus: String, CaseIterable, Sendable {
        case ok = "OK"
        case invalidArgument = "INVALID_ARGUMENT"
        case deadlineExceeded = "DEADLINE_EXCEEDED"
        case notFound = "NOT_FOUND"
        case permissionDenied = "PERMISSION_DENIED"
        case resourceExhausted = "RESOURCE_EXHAUSTED"
        case unimplemented = "UNIMPLEMENTED"
        case internalError = "INTERNAL"
        case unavailable = "UNAVAILABLE"
        case other

        init(_ answer: GRPCAnswer) {
            switch answer {
            case .message: self = .ok
            case .http: self = .other
            case .failure(let status):
                switch status.code {
                case .invalidArgument: self = .invalidArgument
                case .deadlineExceeded: self = .deadlineExceeded
                case .notFound: self = .notFound
                case .permissionDenied: self = .permissionDenied
                case .resourceExhausted: self = .resourceExhausted
                case .unimplemented: self = .unimplemented
                case .internalError: self = .internalError
                case .unavailable: self = .unavailable
                }
            }
        }
    }

    let received = CounterFamily<Signal>()
    /// Items without a valid identity, refused while the rest of their request was taken.
    let rejectedItems = Counter()
    /// Data points of metrics, by what became of them.
    let points = CounterFamily<PointOutcome>()
    /// What was taken out of telemetry, by kind.
    let redactions = CounterFamily<SensitiveKind>()
    let rejectedRequests = CounterFamily<RejectionReason>()
    let answers = CounterFamily<Status>()
    let grpcAnswers = CounterFamily<CallStatus>()
    let connections = Gauge()
    let refusedConnections = Counter()
    let receivedBytes = Counter()
    /// Requests that wait for an intake thread.
    let queued = Gauge()
    let exportTimes = Histogram(bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5])
}
