import Domain

/// Attributes whose keys spell a path (`llm.input_messages.0.message.role`), put together again as JSON.
///
/// Indexes may be sparse, huge and in any order: their elements follow one another in numerical order, and nothing is
/// allocated for the gaps.
struct FlatAttributes {
    private let attributes: AttributeList
    private let batch: TelemetryBatch

    init(of span: Span) { (attributes, batch) = (span.attributes, span.batch) }

    /// The value of the first attribute named `key`.
    subscript(key: StaticString) -> AttributeValue? { attributes[key] }

    /// The elements of the list whose keys begin with `prefix` (which ends in a dot) and an index, as JSON. Keys that go on with
    /// anything else are none of it: `gen_ai.prompt.name` is not the prompt of a conversation.
    func elements(under prefix: StaticString) -> [JSON] {
        let root = Node()
        for attribute in attributes where begins(attribute, with: prefix) {
            let path = attribute.key.dropFirst(prefix.utf8CodeUnitCount)
            guard let first = path.utf8.first, first >= 0x30, first <= 0x39 else { continue }
            var node = root
            for name in path.split(separator: ".", maxSplits: Self.depthLimit) { node = node.child(String(name)) }
            node.value = node.value ?? attribute.value.json
        }
        return root.elements.map(\.json)
    }

    /// How many components of a key count; what lies deeper stays one name.
    private static let depthLimit = 12

    private func begins(_ attribute: Attribute, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { batch.bytes(attribute.keySlice).starts(with: $0) }
    }

    private final class Node {
        var value: JSON?
        private var names: [String] = []
        private var children: [String: Node] = [:]

        func child(_ name: String) -> Node {
            if let child = children[name] { return child }
            let child = Node()
            children[name] = child
            names.append(name)
            return child
        }

        /// The children that have an index, in its order.
        var elements: [Node] {
            let indexed = children.compactMap { name, node in UInt32(name).map { (index: $0, node: node) } }
            return indexed.sorted { $0.index < $1.index }.map(\.node)
        }

        var json: JSON {
            guard !names.isEmpty else { return value ?? .null }
            let elements = elements
            if elements.count == names.count { return .array(elements.map(\.json)) }
            return .object(names.compactMap { name in children[name].map { JSON.Member(name, $0.json) } })
        }
    }
}
