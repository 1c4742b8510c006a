import Domain

/// What went wrong in a span, in the words of who reported it.
struct SpanFailure: Hashable, Sendable {
    /// The kind of failure, such as `RateLimitError`; nil when nobody says.
    var type: String?
    /// What happened; nil when nobody says.
    var message: String?
    var stackTrace: String?

    /// Nil when the span did not fail.
    init?(_ detail: SpanDetail) {
        guard detail.row.call.isError else { return nil }
        let exception = detail.span.events.last { $0.name == "exception" }
        type = detail.row.call.errorType ?? exception?.attributes["exception.type"]?.string
        let said = detail.span.statusMessage
        message = said.isEmpty ? exception?.attributes["exception.message"]?.string : said
        stackTrace = exception?.attributes["exception.stacktrace"]?.string
    }

    /// In one line.
    var sentence: String {
        switch (type, message) {
        case (let type?, let message?): message.hasPrefix(type) ? message : "\(type): \(message)"
        case (let type?, nil): type
        case (nil, let message?): message
        case (nil, nil): "failed; the application does not say why"
        }
    }
}
