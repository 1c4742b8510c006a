import Domain

/// Attributes whose keys spell a path (`llm.input_messages.0.message.role`), put together again as JSON.
///
/// Indexes may be sparse, huge and in any order: their elements follow one another in numerical order, and nothing is
/// allocated for the gaps.
struct FlatAttributes {
    private let attributes: AttributeList
    private let batch: TelemetryBatch

    init(of span: Span) { (attributes, batch) = (span.attributes, span.batch) }

    /// Whether the key of any attribute begins with these characters of ASCII; makes no string.
    func hasKey(beginning prefix: StaticString) -> Bool { attributes.contains { begins($0, with: prefix) } }

    /// The value of the first attribute named `key`.
    subscript(key: StaticString) -> AttributeValue? { attributes[key] }

    /// The values whose keys begin with `prefix` (which ends in a dot), as JSON; nil when there are none.
    func json(under prefix: StaticString) -> JSON? {
        let root = Node()
        for attribute in attributes where begins(attribute, with: prefix) {
            let path = attribute.key.dropFirst(prefix.utf8CodeUnitCount)
            guard !path.isEmpty else { continue }
            var node = root
            for name in path.split(separator: ".", maxSplits: Self.depthLimit) { node = node.child(String(name)) }
            node.value = node.value ?? attribute.value.json
        }
        return root.names.isEmpty ? nil : root.json
    }

    /// How many components of a key count; what lies deeper stays one name.
    private static let depthLimit = 12

    private func begins(_ attribute: Attribute, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { batch.bytes(attribute.keySlice).starts(with: $0) }
    }

    private final class Node {
        var value: JSON?
        var names: [String] = []
        private var children: [String: Node] = [:]

        func child(_ name: String) -> Node {
            if let child = children[name] { return child }
            let child = Node()
            children[name] = child
            names.append(name)
            return child
        }

        var json: JSON {
            guard !names.isEmpty else { return value ?? .null }
            let nodes = names.compactMap { name in children[name].map { (name, $0.json) } }
            let indexes = names.compactMap { UInt32($0) }
            guard indexes.count == nodes.count else { return .object(nodes.map { JSON.Member($0.0, $0.1) }) }
            return .array(zip(indexes, nodes).sorted { $0.0 < $1.0 }.map { $0.1.1 })
        }
    }
}
