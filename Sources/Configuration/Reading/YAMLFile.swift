import Yams

/// A YAML text that is to be read by a schema.
struct YAMLFile {
    private let text: String
    private let name: String

    /// - Parameter name: what it is called in messages.
    init(_ text: String, name: String) { (self.text, self.name) = (text, name) }

    /// `target` with what the text says.
    ///
    /// - Throws: every mistake in the text; nothing of it counts then.
    func read<Target>(_ schema: Schema<Target>, into target: Target) throws(ConfigurationError) -> Target {
        try read(into: target) { node, target, problems in
            schema.read(node, into: &target, path: "", problems: &problems)
        }
    }

    /// The elements of the list that the text is.
    ///
    /// - Throws: every mistake in the text; nothing of it counts then.
    func read<Item>(_ list: ListSchema<Item>) throws(ConfigurationError) -> [Item] {
        try read(into: []) { node, items, problems in items = list.read(node, path: "", problems: &problems) }
    }

    /// The scalars of the text and of the mappings in it, by key: of the files of other programs, of which nothing else is wanted.
    ///
    /// - Throws: why the text is no YAML.
    func scalars() throws(ConfigurationError) -> [String: String] {
        func scalars(_ node: Node, depth: Int) -> [(String, String)] {
            (node.mapping ?? [:]).flatMap { key, value -> [(String, String)] in
                if let key = key.string, let text = value.scalar?.string { return [(key, text)] }
                return depth > 0 ? scalars(value, depth: depth - 1) : []
            }
        }
        let found = try compose().map { scalars($0, depth: 1) } ?? []
        return Dictionary(found) { first, _ in first }
    }

    private func read<Target>(
        into target: Target, _ body: (Node, inout Target, inout Problems) -> Void
    ) throws(ConfigurationError) -> Target {
        guard let root = try compose() else { return target }
        var (result, problems) = (target, Problems(file: name))
        body(root, &result, &problems)
        guard problems.found.isEmpty else { throw ConfigurationError(problems.found) }
        return result
    }

    /// The root of the text; nil when nothing stands in it.
    ///
    /// - Throws: why it is no YAML.
    func compose() throws(ConfigurationError) -> Node? {
        do {
            return try Yams.compose(yaml: text).flatMap { $0.isNothing ? nil : $0 }
        } catch {
            throw ConfigurationError([problem(error)])
        }
    }

    private func problem(_ error: any Error) -> ConfigurationProblem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ConfigurationProblem(
                file: name, line: mark.line, column: mark.column, message: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            ConfigurationProblem(
                file: name, line: context.mark.line, column: context.mark.column,
                message: "a key stands more than once: " + duplicates.map { "\($0)" }.sorted().joined(separator: ", "))
        default: ConfigurationProblem(file: name, message: "this is not YAML")
        }
    }
}

extension Node {
    /// Whether nothing stands here: an empty value, `~` or `null`.
    var isNothing: Bool {
        guard let scalar, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}
