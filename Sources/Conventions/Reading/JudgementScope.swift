import Domain

/// What the judgements among the attributes of a span are about, by OpenInference's prefixes.
enum JudgementScope: CaseIterable {
    case span, trace, session

    /// Where the judgements stand, each with the name of the object in every element.
    var lists: [(prefix: StaticString, element: String)] {
        switch self {
        case .span: [("evaluations.", "evaluation"), ("annotations.", "annotation")]
        case .trace: [("trace.evaluations.", "evaluation"), ("trace.annotations.", "annotation")]
        case .session: [("session.evaluations.", "evaluation"), ("session.annotations.", "annotation")]
        }
    }

    /// Whether any key begins like that of a judgement, of OpenInference or of OpenTelemetry. Asked of every span: it looks at the
    /// bytes where they are.
    static func occurs(in span: Span) -> Bool {
        span.batch.bytes.withUnsafeBytes { bytes in
            span.attributes.contains { attribute in
                let key = attribute.keySlice
                let (first, count) = (Int(key.offset), Int(key.count))
                guard count > shortest, first + count <= bytes.count else { return false }
                let text = UnsafeRawBufferPointer(rebasing: bytes[first..<first + count])
                return switch text[0] {
                case UInt8(ascii: "e"): begins(text, with: "evaluations.")
                case UInt8(ascii: "a"): begins(text, with: "annotations.")
                case UInt8(ascii: "t"): begins(text, with: "trace.")
                case UInt8(ascii: "s"): begins(text, with: "session.e") || begins(text, with: "session.a")
                case UInt8(ascii: "g"): text[7] == UInt8(ascii: "e") && begins(text, with: "gen_ai.evaluation.")
                default: false
                }
            }
        }
    }

    /// No key of a judgement is as short as this.
    private static let shortest = 12

    private static func begins(_ text: UnsafeRawBufferPointer, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { text.starts(with: $0) }
    }
}
