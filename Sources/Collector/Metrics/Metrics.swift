import NIOHTTP1

/// What the collector counts about itself since it started.
struct Metrics: Sendable {
    /// Why items were not stored.
    enum RejectionReason: String, CaseIterable, Sendable {
        /// The item had no valid trace or span id.
        case identity
        /// The whole request was not what it claimed to be.
        case malformed
        /// The whole request was larger than allowed.
        case tooLarge = "too_large"
        /// The collector could take no more at that moment; the client was told to come again.
        case busy
    }

    /// Statuses that are counted one by one; all others are `other`.
    enum Status: String, CaseIterable, Sendable {
        case ok = "200"
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

    let received = CounterFamily<Signal>()
    /// Refused items and, for whole requests of which nobody knows how many items they had, refused requests.
    let rejectedItems = Counter()
    let rejectedRequests = CounterFamily<RejectionReason>()
    let answers = CounterFamily<Status>()
    let connections = Gauge()
    let refusedConnections = Counter()
    let receivedBytes = Counter()
    /// Requests that wait for an intake thread.
    let queued = Gauge()
}
