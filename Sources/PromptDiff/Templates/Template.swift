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
        var scanner = TemplateScanner(text)
        var fixed = String.UnicodeScalarView()
        while let scalar = scanner.peek {
            switch syntax {
            case .mustache:
                if scanner.isAt("{{") { return (String(fixed), false) }
            case .fstring:
                if scanner.isAt("{{") || scanner.isAt("}}") {
                    _ = scanner.next()
                } else if scalar == "{" {
                    return (String(fixed), false)
                }
            }
            if let next = scanner.next() { fixed.append(next) }
        }
        return (String(fixed), true)
    }
}
