import Yams

/// A list of mappings, each of which becomes an item.
struct ListSchema<Item> {
    /// Reads one mapping; nil when it holds a mistake, which is noted.
    private let readItem: (Node, _ path: String, inout Problems) -> Item?

    /// - Parameters:
    ///   - schema: the keys of a mapping.
    ///   - new: what a mapping without keys says.
    ///   - make: the item that a mapping says. Its errors are noted at the mapping.
    init<Draft, Failure: Error & CustomStringConvertible>(
        _ schema: Schema<Draft>, new: Draft, make: @escaping (Draft) throws(Failure) -> Item
    ) {
        readItem = { node, path, problems in
            var draft = new
            let before = problems.found.count
            schema.read(node, into: &draft, path: path, problems: &problems)
            guard problems.found.count == before else { return nil }
            do throws(Failure) {
                return try make(draft)
            } catch {
                problems.add("\(path): \(error)", at: node)
                return nil
            }
        }
    }

    /// The items of `node`, those with mistakes left out.
    func read(_ node: Node, path: String, problems: inout Problems) -> [Item] {
        guard let sequence = node.sequence else {
            problems.add("\(path.isEmpty ? "the file" : path) must be a list", at: node)
            return []
        }
        var items: [Item] = []
        for (index, element) in sequence.enumerated() {
            if let item = readItem(element, "\(path)[\(index)]", &problems) { items.append(item) }
        }
        return items
    }
}
