extension GoldenItem {
    /// Bytes that an id or a tag may have.
    static let longestName = 256

    /// The item that a line of a golden set says. Members with other names are kept in `json`.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        guard json.members != nil else { throw MalformedCommand("a line must be a JSON object") }
        let line = Line(json: json)
        guard let id = try line.text("id"), !id.isEmpty, id.utf8.count <= Self.longestName else {
            throw MalformedCommand("id: must be a text of 1 to \(Self.longestName) bytes")
        }
        let weight = try line.number("weight") ?? 1
        guard weight > 0 else { throw MalformedCommand("weight: must be positive") }
        let split = try line.text("split") ?? GoldenSplit.gate.rawValue
        guard let split = GoldenSplit(rawValue: split) else {
            throw MalformedCommand("split: must be one of dev, gate, holdout")
        }
        self.init(
            id: id, input: try Self.input(line), context: try line.texts("context"),
            expectation: try GoldenExpectation(line), tags: try line.texts("tags"), weight: weight, split: split,
            json: json)
    }

    private static func input(_ line: Line) throws(MalformedCommand) -> [PromptMessage] {
        switch line.value("input") {
        case .string(let text) where !text.isEmpty: return [PromptMessage(role: "user", text: text)]
        case .array(let elements) where !elements.isEmpty:
            return try elements.map { element throws(MalformedCommand) in
                guard let role = element["role"]?.string, let text = element["content"]?.string else {
                    throw MalformedCommand("input: each message needs the texts role and content")
                }
                return PromptMessage(role: role, text: text)
            }
        default: throw MalformedCommand("input: must be a text, or a list of messages with role and content")
        }
    }

    /// A line while it is read. A member that is `null` is not there.
    struct Line {
        let json: JSON

        func value(_ name: String) -> JSON? { json[name].flatMap { $0 == .null ? nil : $0 } }

        func text(_ name: String) throws(MalformedCommand) -> String? {
            guard let value = value(name) else { return nil }
            guard let text = value.string else { throw MalformedCommand("\(name): must be a text") }
            return text
        }

        func texts(_ name: String) throws(MalformedCommand) -> [String] {
            guard let value = value(name) else { return [] }
            let texts = value.array?.compactMap(\.string)
            guard let texts, texts.count == value.array?.count else {
                throw MalformedCommand("\(name): must be a list of texts")
            }
            return texts
        }

        func number(_ name: String) throws(MalformedCommand) -> Double? {
            switch value(name) {
            case nil: return nil
            case .integer(let number): return Double(number)
            case .number(let number): return number
            default: throw MalformedCommand("\(name): must be a number")
            }
        }
    }
}

extension GoldenExpectation {
    fileprivate init(_ line: GoldenItem.Line) throws(MalformedCommand) {
        self.init()
        answer = try line.text("expected")
        alternatives = try line.texts("alternatives")
        mustInclude = try line.texts("must_include")
        mustNot = try line.texts("must_not")
        pattern = try line.text("pattern")
        relevantDocuments = try line.texts("relevant_ids")
        guard alternatives.isEmpty || answer != nil else {
            throw MalformedCommand("alternatives: need an answer under expected")
        }
        if let value = try line.number("number") {
            let tolerances = (try line.number("tolerance") ?? 0, try line.number("relative_tolerance") ?? 0)
            guard tolerances.0 >= 0, tolerances.1 >= 0 else {
                throw MalformedCommand("tolerance: must not be negative")
            }
            number = ExpectedNumber(value, absoluteTolerance: tolerances.0, relativeTolerance: tolerances.1)
        }
        switch line.value("schema") {
        case nil: break
        case .object(let members): schema = .object(members)
        case .bool(let allowsAll): schema = .bool(allowsAll)
        default: throw MalformedCommand("schema: must be a JSON schema, as an object")
        }
    }
}
