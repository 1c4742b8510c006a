/// What people may read of text that nobody vouches for, and how much room it takes.
public enum Text {
    /// The longest line that is drawn, in scalars; the rest is cut with an ellipsis.
    public static let lineLimit = 4096
    /// The longest body that is drawn, in bytes of UTF-8; the rest is cut with an ellipsis.
    public static let bodyLimit = 256 * 1024
    /// Bytes that are looked at: four times what a body can show, so that only invisible scalars can hide the cut.
    static let inputLimit = 4 * bodyLimit

    /// What a text is used for, which decides how it is made harmless.
    public enum Form: Sendable {
        /// A field in one line: line feed and tab are shown as symbols.
        case line
        /// Running text: line feed and tab keep their meaning.
        case body
        /// A name that a decision depends on (prompt, version, digest, person): everything but printable ASCII is
        /// spelled out as `\u{XXXX}`, so that a look-alike letter cannot pass.
        case identity
    }

    /// `text` with everything that could steer a terminal or deceive a reader made visible.
    ///
    /// The result is bounded, and sanitising it again changes nothing (except in the form `identity`).
    /// - Parameters:
    ///   - form: the use of the text.
    ///   - ascii: true for terminals that cannot show Unicode.
    public static func sanitized(_ text: String, as form: Form = .line, ascii: Bool = false) -> String {
        if isHarmless(text, as: form, ascii: ascii) { return text }
        return Sanitizer.sanitized(text.unicodeScalars, form: form, ascii: ascii)
    }

    /// The same for bytes of unknown origin: each ill-formed part of the UTF-8 becomes U+FFFD first.
    public static func sanitized(_ bytes: some Collection<UInt8>, as form: Form = .line, ascii: Bool = false) -> String
    {
        sanitized(String(decoding: bytes.prefix(inputLimit), as: UTF8.self), as: form, ascii: ascii)
    }

    /// True when the name holds something other than printable ASCII, which an approval dialog warns of.
    public static func isSuspicious(_ identity: String) -> Bool {
        !identity.utf8.allSatisfy { 0x20...0x7E ~= $0 }
    }

    /// Whether sanitising would change nothing, which is the usual case.
    private static func isHarmless(_ text: String, as form: Form, ascii: Bool) -> Bool {
        if form == .identity { return isPlain(text) && !text.utf8.contains(UInt8(ascii: "\\")) }
        if ascii && form == .line { return isPlain(text) }
        guard text.utf8.count <= (form == .body ? bodyLimit : lineLimit) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E: return true
            case 0x09, 0x0A: return form == .body
            case ..<0xA0: return false
            default:
                let kind = ScalarKind(of: scalar)
                return !ascii && (kind == .narrow || kind == .wide)
            }
        }
    }

    /// Short printable ASCII: as many cells as bytes.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= lineLimit && text.utf8.allSatisfy { 0x20...0x7E ~= $0 }
    }
}
