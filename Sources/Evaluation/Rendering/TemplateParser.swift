import Domain

/// Reads templates whose mistakes were looked for before (`PromptDiff.Template`): what cannot be understood here is left out.
struct TemplateParser {
    private var rest: Substring
    private static let deepest = 100

    static func nodes(_ text: String, syntax: TemplateSyntax) -> [TemplateNode] {
        var parser = TemplateParser(rest: text[...])
        return syntax == .fstring ? parser.fields() : parser.mustache(depth: 0).nodes
    }

    /// `{name}`; `{{` and `}}` are braces. Conversions and formats are passed over: values are texts.
    private mutating func fields() -> [TemplateNode] {
        var (nodes, text): ([TemplateNode], String) = ([], "")
        while let first = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                text.append(first)
                rest = rest.dropFirst(2)
            } else if first == "{", let end = rest.firstIndex(of: "}") {
                nodes.append(.text(text))
                text = ""
                let name = rest[rest.index(after: rest.startIndex)..<end].prefix { $0 != "!" && $0 != ":" }
                nodes.append(.value(path: String(name.filter { $0 != "]" }.map { $0 == "[" ? "." : $0 })))
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        return nodes + [.text(text)]
    }

    /// Up to the tag that closes the section, or divides it.
    private mutating func mustache(depth: Int) -> (nodes: [TemplateNode], isDivided: Bool) {
        var nodes: [TemplateNode] = []
        while let open = rest.range(of: "{{") {
            nodes.append(.text(String(rest[..<open.lowerBound])))
            rest = rest[open.lowerBound...]
            let isComment = rest.hasPrefix("{{!")
            let mark = rest.hasPrefix("{{{") ? "}}}" : rest.hasPrefix("{{!--") ? "--}}" : "}}"
            guard let close = rest.range(of: mark) else { return (nodes, false) }
            let tag = rest[rest.index(rest.startIndex, offsetBy: mark == "}}}" ? 3 : 2)..<close.lowerBound]
            rest = rest[close.upperBound...]
            guard !isComment else { continue }
            let words = tag.drop { " ~&".contains($0) }.split { $0.isWhitespace || $0 == "~" || $0 == "(" || $0 == ")" }
            guard let head = words.first else { continue }
            if head.hasPrefix("/") { return (nodes, false) }
            if head == "else" || head == "^" { return (nodes, true) }
            guard head.hasPrefix("#") || head.hasPrefix("^") else {
                nodes.append(.value(path: String(words.last ?? head)))
                continue
            }
            guard depth < Self.deepest else { return (nodes, false) }
            nodes.append(section(head, words, depth: depth))
        }
        nodes.append(.text(String(rest)))
        rest = rest[rest.endIndex...]
        return (nodes, false)
    }

    private mutating func section(_ head: Substring, _ words: [Substring], depth: Int) -> TemplateNode {
        let name = head.dropFirst().isEmpty ? words.dropFirst().first ?? "" : head.dropFirst()
        let isHelper = words.count > 1 && !head.dropFirst().isEmpty
        let path = String(isHelper ? words[1] : name)
        var (shown, isDivided) = mustache(depth: depth + 1)
        var otherwise = isDivided ? mustache(depth: depth + 1).nodes : []
        if head.hasPrefix("^") || isHelper && name == "unless" { swap(&shown, &otherwise) }
        let isCondition = isHelper && (name == "if" || name == "unless") || head.hasPrefix("^")
        return .section(path: path, kind: isCondition ? .condition : .each, shown: shown, otherwise: otherwise)
    }
}

extension Substring {
    /// Where `mark` stands first.
    fileprivate func range(of mark: String) -> Range<Index>? {
        var at = startIndex
        while let next = self[at...].firstIndex(of: mark.first ?? " ") {
            if self[next...].hasPrefix(mark) { return next..<index(next, offsetBy: mark.count) }
            at = index(after: next)
        }
        return nil
    }
}
