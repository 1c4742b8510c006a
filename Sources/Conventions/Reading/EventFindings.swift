import Domain

/// What the events of a span add to what its attributes say.
struct EventFindings {
    /// A feature flag as it was evaluated.
    struct Flag {
        var key: String?
        var variant: String
    }

    /// When the first piece of a streamed answer came.
    private(set) var firstChunk: UInt64?
    private(set) var exceptionType: String?
    private(set) var flags: [Flag] = []
    private(set) var release: String?
    /// The last of the details of the operation, which has the answer.
    private(set) var details: SpanEvent?

    init(of span: Span) {
        guard span.hasEvents else { return }
        for event in span.events {
            switch event.name {
            case "First Token Stream Event", "gen_ai.content.completion.chunk", "llm.content.completion.chunk":
                firstChunk = min(firstChunk ?? .max, event.time)
            case Interpreter.detailsEvent: details = event
            case "exception", "gen_ai.client.operation.exception":
                exceptionType = exceptionType ?? Self.exceptionType(event.attributes)
            default:
                readFlag(event.attributes)
            }
        }
    }

    /// LangSmith calls every exception `Exception` and writes in the message what Python prints of it: `RateLimitError('…`.
    private static func exceptionType(_ attributes: AttributeList) -> String? {
        guard let type = attributes["exception.type"]?.text else { return nil }
        guard type == "Exception", let message = attributes["exception.message"]?.rawBytes else { return type }
        let name = message.prefix(128).prefix { $0 != 0x28 }
        let isName =
            name.count < min(message.count, 128)
            && name.allSatisfy { byte in
                byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
                    || byte == 0x2E
            }
        return isName && !name.isEmpty ? String(decoding: name, as: UTF8.self) : type
    }

    private mutating func readFlag(_ attributes: AttributeList) {
        release = release ?? attributes["headframe.release"]?.text
        let variant = attributes["feature_flag.result.variant"]?.text ?? attributes["feature_flag.variant"]?.text
        if let variant { flags.append(Flag(key: attributes["feature_flag.key"]?.text, variant: variant)) }
    }
}

extension AttributeValue {
    /// The text of a string; nil for an empty one and for any other kind.
    var text: String? { string.flatMap { $0.isEmpty ? nil : $0 } }
}
