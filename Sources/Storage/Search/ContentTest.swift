import Domain

/// A condition on what was said within a span, or on its attributes. The bytes that are stored tell quickly, and never wrongly, that it
/// cannot hold; whether it does takes the span itself.
struct ContentTest {
    let term: FilterTerm
    private let text: SearchedText?
    /// The name of the attribute.
    private let key: [UInt8]
    private let values: [TextPattern]

    /// The test of a term; nil for terms that columns answer.
    init?(_ term: FilterTerm) {
        self.term = term
        switch term.condition {
        case .contains(let wanted): (text, key, values) = (SearchedText(wanted), [], [])
        case .attribute(let name, let wanted):
            (text, key, values) = (nil, Array(name.utf8), wanted.map(TextPattern.init))
        case .attributeCompares(let name, _, _): (text, key, values) = (nil, Array(name.utf8), [])
        case .equals, .says, .failed, .compares, .score: return nil
        }
    }

    /// Whether it is about what was said, of which a part may stand in log records.
    var readsLogs: Bool { text != nil }

    /// The places in encoded spans and logs where what is looked for may stand, not in order.
    func places(in bytes: UnsafeRawBufferPointer) -> [Int] {
        if let text { return text.places(in: bytes) }
        return bytes.places(of: key)
    }

    /// Whether the resource of a span may bring what is looked for.
    func mayHold(resource: UnsafeRawBufferPointer) -> Bool { text == nil && resource.contains(key) }

    /// Whether it holds, before negation.
    func holds(_ span: Span, _ contents: () throws -> SpanContents) rethrows -> Bool {
        if let text { return text.isContained(in: try contents()) }
        return [span.attributes, span.resource].contains { list in
            list.contains { $0.key.utf8.elementsEqual(key) && holds($0.value) }
        }
    }

    private func holds(_ value: AttributeValue) -> Bool {
        if let elements = value.array { return elements.contains(where: holds) }
        if case .attributeCompares(_, let comparison, let number) = term.condition {
            return value.number.map { comparison.holds($0, number) } ?? false
        }
        let said = value.string ?? value.json.text
        return values.contains { $0.matches(said) }
    }
}
