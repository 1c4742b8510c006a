/// Reads `{{mustache}}`: variables (`{{name}}`, `{{{name}}}`, `{{&name}}`, `{{user.name}}`), sections (`{{#list}}…{{/list}}`,
/// `{{^list}}…{{/list}}`), comments (`{{! … }}`), and of Handlebars, which Dotprompt uses, helpers with arguments (`{{#if name}}`,
/// `{{#each list}}`, `{{else}}`, `{{media url=picture}}`).
struct MustacheReader {
    private struct Section {
        /// What has to be closed.
        let tag: String
        let place: TemplatePlace
        /// The variable inside which names may be fields; nil of conditions, which only look.
        let variable: String?
    }

    private static let conditions: Set<String> = ["if", "unless"]
    private static let helpers: Set<String> = ["if", "unless", "each", "with"]
    private static let words: Set<String> = ["this", "else", "true", "false", "null", "undefined", "."]
    private static let mostSections = 100

    private var scanner: TemplateScanner
    private var sections: [Section] = []

    /// A reader of `text`.
    init(_ text: String) { scanner = TemplateScanner(text) }

    /// Reads the whole text.
    mutating func read(_ findings: inout TemplateFindings) {
        while scanner.peek != nil {
            let place = scanner.place
            // Most letters are no brace; to ask that first halves the time of long prompts.
            if scanner.peek == "{", scanner.take("{{") {
                readTag(at: place, &findings)
            } else {
                _ = scanner.next()
            }
        }
        for section in sections {
            findings.mistake(
                "the section {{#\(section.tag)}} is never closed; write {{/\(section.tag)}}", at: section.place)
        }
    }

    private mutating func readTag(at place: TemplatePlace, _ findings: inout TemplateFindings) {
        let isTriple = scanner.take("{")
        let isComment = !isTriple && scanner.isAt("!")
        let end = isTriple ? "}}}" : scanner.isAt("!--") ? "--}}" : "}}"
        guard let content = scanner.take(through: end) else {
            return findings.mistake("{{ is never closed; write \(end)", at: place)
        }
        guard !isComment else { return }
        let tag = trimmed(content.unicodeScalars)
        guard !isTriple, let sign = tag.first else { return use(tag, at: place, &findings) }
        switch sign {
        case "#", "^": open(trimmed(tag.dropFirst()), at: place, isInverted: sign == "^", &findings)
        case "/": close(String(trimmed(tag.dropFirst())), at: place, &findings)
        case "&": use(trimmed(tag.dropFirst()), at: place, &findings)
        case ">": findings.mistake("partials such as {{> header}} are not resolved; write the text here", at: place)
        case "=": findings.mistake("other delimiters than {{ and }} are not read", at: place)
        default: use(tag, at: place, &findings)
        }
    }

    private mutating func open(
        _ tag: Substring.UnicodeScalarView, at place: TemplatePlace, isInverted: Bool,
        _ findings: inout TemplateFindings
    ) {
        let parts = TemplateArguments(tag).parts
        guard let first = parts.first else { return findings.mistake("a section needs a name", at: place) }
        let isHelper = parts.count > 1 || Self.helpers.contains(first)
        let argument = isHelper ? parts.dropFirst().first : first
        if isHelper { useAll(parts.dropFirst(), at: place, &findings) } else { useName(first, at: place, &findings) }
        guard sections.count < Self.mostSections else {
            return findings.mistake("sections are nested more than \(Self.mostSections) deep", at: place)
        }
        let isCondition = isInverted || Self.conditions.contains(first)
        sections.append(
            Section(
                tag: first, place: place,
                variable: isCondition ? sections.last?.variable : argument.map(root) ?? sections.last?.variable))
    }

    private mutating func close(_ tag: String, at place: TemplatePlace, _ findings: inout TemplateFindings) {
        guard let depth = sections.lastIndex(where: { $0.tag == tag }) else {
            return findings.mistake("{{/\(tag)}} closes a section that is not open", at: place)
        }
        for open in sections[(depth + 1)...] {
            findings.mistake(
                "the section {{#\(open.tag)}} is not closed before {{/\(tag)}}; write {{/\(open.tag)}}", at: open.place)
        }
        sections.removeSubrange(depth...)
    }

    /// A tag that is replaced by a value.
    private func use(
        _ tag: Substring.UnicodeScalarView, at place: TemplatePlace, _ findings: inout TemplateFindings
    ) {
        let parts = TemplateArguments(tag).parts
        guard let first = parts.first else { return findings.mistake("a tag needs the name of a variable", at: place) }
        if parts.count == 1 || first == "else" {
            useAll(parts[...], at: place, &findings)
        } else if parts.contains("|") {
            findings.mistake("filters are not read; give the value as it is to be shown", at: place)
        } else {
            useAll(parts.dropFirst(), at: place, &findings)
        }
    }

    private func useAll(_ names: ArraySlice<String>, at place: TemplatePlace, _ findings: inout TemplateFindings) {
        for name in names where name != "as" && !name.hasPrefix("|") { useName(name, at: place, &findings) }
    }

    /// Notes the variable to which a path leads; literals, data of helpers and the thing itself are none.
    private func useName(_ path: String, at place: TemplatePlace, _ findings: inout TemplateFindings) {
        let value = path.split(separator: "=", maxSplits: 1).last.map(String.init) ?? path
        guard let first = value.unicodeScalars.first, !Self.words.contains(value), !Self.helpers.contains(value),
            first != "\"", first != "'", first != "@", !value.hasPrefix("this."), !value.hasPrefix("../@"),
            Double(value) == nil
        else { return }
        let name = root(value)
        guard isName(name) else {
            return findings.mistake("'\(value)' is no name of a variable; use letters, digits and _", at: place)
        }
        findings.use(name, at: place, in: sections.last?.variable)
    }

    /// The variable of a path such as `../user.name`.
    private func root(_ path: String) -> String {
        var rest = path[...]
        while rest.hasPrefix("../") { rest = rest.dropFirst(3) }
        return String(rest.unicodeScalars.prefix { $0 != "." && $0 != "[" })
    }

    private func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 == "_" || $0 == "-" || $0 == "$" || $0.properties.isAlphabetic
                    || $0.properties.generalCategory == .decimalNumber
            }
    }

    private func trimmed(_ tag: some BidirectionalCollection<Unicode.Scalar>) -> Substring.UnicodeScalarView {
        func isStrip(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "~" }
        let text = tag.drop(while: isStrip)
        let end = text.lastIndex { !isStrip($0) }
        guard let end else { return Substring().unicodeScalars }
        var view = Substring.UnicodeScalarView()
        view.append(contentsOf: text[...end])
        return view
    }
}
