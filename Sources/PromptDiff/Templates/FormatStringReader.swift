/// Reads `{name}` as Python's `str.format` does: `{{` and `}}` are braces, `{user.name}` and `{rows[0]}` use `user` and `rows`, a
/// conversion (`!r`) and a format (`:>8`, with variables of its own: `:{width}`) may follow.
struct FormatStringReader {
    private var scanner: TemplateScanner

    /// A reader of `text`.
    init(_ text: String) { scanner = TemplateScanner(text) }

    /// Reads the whole text.
    mutating func read(_ findings: inout TemplateFindings) {
        while scanner.peek != nil {
            let place = scanner.place
            if scanner.take("{{") || scanner.take("}}") { continue }
            if scanner.take("{") {
                readField(at: place, isNested: false, &findings)
            } else if scanner.take("}") {
                findings.mistake("a single }; write }} for a brace", at: place)
            } else {
                _ = scanner.next()
            }
        }
    }

    /// Reads a field behind its opening brace.
    private mutating func readField(at place: TemplatePlace, isNested: Bool, _ findings: inout TemplateFindings) {
        var expression = String.UnicodeScalarView()
        while let scalar = scanner.peek, scalar != "}", scalar != "{", scalar != ":", scalar != "!", scalar != "\n" {
            expression.append(scalar)
            _ = scanner.next()
        }
        if scanner.take("!") {
            let conversion = scanner.next()
            if conversion.map({ "rsa".unicodeScalars.contains($0) }) != true {
                findings.mistake("a conversion is !r, !s or !a", at: place)
            }
        }
        if scanner.take(":") { readFormat(isNested: isNested, &findings) }
        guard scanner.take("}") else {
            return findings.mistake("{ is never closed; write {{ for a brace, or } behind the name", at: place)
        }
        use(String(expression), at: place, &findings)
    }

    /// Reads a format up to the closing brace.
    private mutating func readFormat(isNested: Bool, _ findings: inout TemplateFindings) {
        while let scalar = scanner.peek, scalar != "}", scalar != "\n" {
            let place = scanner.place
            _ = scanner.next()
            guard scalar == "{" else { continue }
            guard !isNested else { return findings.mistake("formats are nested too deep", at: place) }
            readField(at: place, isNested: true, &findings)
        }
    }

    private func use(_ expression: String, at place: TemplatePlace, _ findings: inout TemplateFindings) {
        let name = expression.unicodeScalars.prefix { $0 != "." && $0 != "[" }
        if name.isEmpty {
            findings.mistake("{} names no variable; write its name, or {{}} for braces", at: place)
        } else if name.allSatisfy({ ("0"..."9").contains($0) }) {
            findings.mistake("{\(expression)} counts its variables; write a name", at: place)
        } else if isName(name) {
            findings.use(String(name), at: place, in: nil)
        } else {
            findings.mistake("'\(expression)' is no name of a variable; write {{ and }} for braces", at: place)
        }
    }

    private func isName(_ name: Substring.UnicodeScalarView) -> Bool {
        guard let first = name.first, first == "_" || first.properties.isAlphabetic else { return false }
        return name.allSatisfy {
            $0 == "_" || $0.properties.isAlphabetic || $0.properties.generalCategory == .decimalNumber
        }
    }
}
