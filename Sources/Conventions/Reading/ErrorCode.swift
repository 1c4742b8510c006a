import Domain

/// The status of HTTP that OpenAI's and Anthropic's libraries write into their messages: `Error code: 429 - Rate limit reached`. Some
/// instrumentations tell nothing else of an error.
enum ErrorCode {
    /// The three digits in the status message of `span`; nil when there are none.
    static func text(of span: Span) -> String? {
        let message = span.statusMessage.utf8.prefix(512)
        guard let words = message.firstRange(of: "Error code: ".utf8) else { return nil }
        let digits = message[words.upperBound...].prefix(4).prefix { $0 >= 0x30 && $0 <= 0x39 }
        return digits.count == 3 ? String(decoding: digits, as: UTF8.self) : nil
    }
}
