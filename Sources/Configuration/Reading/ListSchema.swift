import Yams

/// A list of mappings, each of which becomes an item.
struct ListSchema<Item> {
    /// Reads one mapping; nil when it holds a mistake, which is noted.
    private let readItem: (Node, _ path: String, inout Problems) -> Item?
    private let name: ((Item) -> String)?
    private let limit: Int

    /// - Parameters:
    ///   - schema: the keys of a mapping.
    ///   - new: what a mapping without keys says.
    ///   - name: by what items are told apart, which then stands once; nil when they are not.
    ///   - limit: how many items there may be.
    ///   - make: the item that a mapping says. Its errors are noted at the mapping.
    init<Draft, Failure: Error & CustomStringConvertible>(
        _ schema: Schema<Draft>, new: Draft, name: ((Item) -> String)? = nil, limit: Int = .max,
        make: @escaping (Draft) throws(Failure) -> Item
    ) {
        (self.name, self.limit) = (name, limit)
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
        if sequence.count > limit { problems.add("\(path) must have at most \(limit) elements", at: node) }
        var items: [Item] = []
        var names: Set<String> = []
        for (index, element) in sequence.prefix(limit).enumerated() {
            guard let item = readItem(element, "\(path)[\(index)]", &problems) else { continue }
            if let name = name?(item), !names.insert(name).inserted {
                problems.add("\(path)[\(index)]: the name \(name) stands more than once", at: element)
            }
            items.append(item)
        }
        return items
    }
}
