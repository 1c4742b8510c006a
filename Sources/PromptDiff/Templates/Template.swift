import Domain

/// What a template uses, and what is wrong with it.
public struct Template: Hashable, Sendable {
    /// Each variable once, in the order of the text.
    public let variables: [TemplateVariable]
    /// In the order of the text; at most a hundred.
    public let mistakes: [TemplateMistake]

    static let mostMistakes = 100

    /// Reads a template. Reading never fails: what cannot be understood becomes a mistake, and the rest is read.
    public init(_ text: String, syntax: TemplateSyntax) {
        var findings = TemplateFindings()
        switch syntax {
        case .mustache:
            var reader = MustacheReader(text)
            reader.read(&findings)
        case .fstring:
            var reader = FormatStringReader(text)
            reader.read(&findings)
        }
        variables = findings.variables
        mistakes = findings.mistakes.sorted { $0.place < $1.place }
    }

    /// The beginning of a template up to its first variable or section, which is the same in every call, and whether that is all of it.
    static func fixedPrefix(of text: String, syntax: TemplateSyntax) -> (text: String, isAll: Bool) {
        // Braces are bytes of their own in UTF-8, so what stands between them need not be looked at letter by letter.
        var fixed: [UInt8] = []
        fixed.reserveCapacity(text.utf8.count)
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let isDoubled = rest.first == byte
            switch (syntax, byte) {
            case (.mustache, UInt8(ascii: "{")) where isDoubled: return (String(decoding: fixed, as: UTF8.self), false)
            case (.fstring, UInt8(ascii: "{")) where !isDoubled: return (String(decoding: fixed, as: UTF8.self), false)
            case (.fstring, UInt8(ascii: "{")), (.fstring, UInt8(ascii: "}")):
                if isDoubled { rest.removeFirst() }
            default: break
            }
            fixed.append(byte)
        }
        return (String(decoding: fixed, as: UTF8.self), true)
    }
}
