import Domain

/// What became of an export request.
enum ExportResult: Sendable {
    /// Everything that could be stored is durable.
    ///
    /// - Parameters:
    ///   - rejected: items that could not be stored.
    ///   - warning: what was changed in items that were, when the client is to be told.
    case stored(rejected: Rejection?, warning: String?)
    case refused(Refusal)
    /// Nothing was stored, because the request was withdrawn in time.
    case withdrawn
}
