import Yams

/// The keys that a mapping may have.
struct Schema<Target> {
    let fields: [Field<Target>]
    /// What can only be looked at when all keys were read.
    private var check: (Node, Target, _ path: String, inout Problems) -> Void = { _, _, _, _ in }

    /// What is made of the keys once all of them were read.
    var finish: (Node, inout Target, inout Problems) -> Void = { _, _, _ in }

    init(_ fields: Field<Target>...) { self.fields = fields }

    init(_ fields: [Field<Target>]) { self.fields = fields }

    /// Reads `node` into `target` and notes every mistake on the way.
    ///
    /// - Parameter path: the keys that lead here, joined by dots; empty at the top.
    func read(_ node: Node, into target: inout Target, path: String, problems: inout Problems) {
        guard let mapping = node.mapping else {
            let name = path.isEmpty ? "the file" : path
            return problems.add("\(name) must be a mapping of keys", at: node)
        }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if let field = fields.first(where: { $0.name == name }) {
                // A key without a value keeps its default.
                if !value.isNothing {
                    field.read(value, &target, path.isEmpty ? name : "\(path).\(name)", &problems)
                }
            } else {
                problems.add(unknown(name, path: path), at: key)
            }
        }
        check(node, target, path, &problems)
        finish(node, &target, &problems)
    }

    /// The same keys, with a look at all of them together after they were read.
    func checked(_ check: @escaping (Node, Target, _ path: String, inout Problems) -> Void) -> Schema {
        var schema = self
        schema.check = check
        return schema
    }

    /// Every key with its comment and default, as lines of YAML.
    func example(_ target: Target) -> [String] {
        fields.flatMap { field in
            field.comment.split(separator: "\n").map { "# \($0)" } + field.example(target)
        }
    }

    private func unknown(_ name: String, path: String) -> String {
        let place = path.isEmpty ? "" : " in \(path)"
        let names = fields.map(\.name)
        if let nearest = Spelling.nearest(to: name, among: names) {
            return "unknown key \(name)\(place); did you mean \(nearest)?"
        }
        return "unknown key \(name)\(place); known are " + names.joined(separator: ", ")
    }
}
