import Yams

/// A key of a mapping: how it is read into a target, and how the example shows it. One table of fields is the parser, the
/// list of known keys and the documentation.
struct Field<Target> {
    let name: String
    /// What it is for, as the example says it.
    let comment: String
    let read: (Node, inout Target, _ path: String, inout Problems) -> Void
    /// The lines of the example, with the default of `target`.
    let example: (Target) -> [String]
}

extension Field {
    /// A key with a single value; its default is what a new target has.
    static func value<Value>(
        _ name: String, _ place: WritableKeyPath<Target, Value>, _ kind: ValueKind<Value>, _ comment: String
    ) -> Field {
        Field(
            name: name, comment: comment,
            read: { node, target, path, problems in
                if let value = kind.read(node) {
                    target[keyPath: place] = value
                } else {
                    problems.add("\(path) must be \(kind.expected)", at: node)
                }
            },
            example: { ["\(name): \(kind.write($0[keyPath: place]))"] })
    }

    /// A key with keys of its own.
    static func section<Value>(
        _ name: String, _ place: WritableKeyPath<Target, Value>, _ schema: Schema<Value>, _ comment: String
    ) -> Field {
        Field(
            name: name, comment: comment,
            read: { node, target, path, problems in
                schema.read(node, into: &target[keyPath: place], path: path, problems: &problems)
            },
            example: { target in ["\(name):"] + schema.example(target[keyPath: place]).map { "  " + $0 } })
    }

    /// A key under which people choose names themselves; the example is empty, with a sample in comments.
    static func named<Value>(
        _ name: String, _ place: WritableKeyPath<Target, [String: Value]>, _ schema: Schema<Value>, new: Value,
        names: NameKind = .any, sample: [String], _ comment: String
    ) -> Field {
        Field(
            name: name, comment: comment,
            read: { node, target, path, problems in
                guard let mapping = node.mapping else {
                    return problems.add("\(path) must be a mapping of names", at: node)
                }
                for (key, value) in mapping {
                    guard let name = key.scalar?.string, names.isName(name) else {
                        problems.add("the names under \(path) must be \(names.expected)", at: key)
                        continue
                    }
                    let key = name
                    var item = new
                    schema.read(value, into: &item, path: "\(path).\(key)", problems: &problems)
                    target[keyPath: place][key] = item
                }
            },
            example: { _ in ["\(name): {}"] + sample.map { "# " + $0 } })
    }

    /// A key with a list of mappings; the example is empty, with a sample in comments.
    static func list<Item>(
        _ name: String, _ place: WritableKeyPath<Target, [Item]>, _ list: ListSchema<Item>, sample: [String],
        _ comment: String
    ) -> Field {
        Field(
            name: name, comment: comment,
            read: { node, target, path, problems in
                target[keyPath: place] = list.read(node, path: path, problems: &problems)
            },
            example: { _ in ["\(name): []"] + sample.map { "# " + $0 } })
    }

    /// A key under which whole numbers stand as names.
    static func numbered<Value>(
        _ name: String, _ place: WritableKeyPath<Target, [Int64: Value]>, _ schema: Schema<Value>, new: Value,
        _ comment: String
    ) -> Field {
        Field(
            name: name, comment: comment,
            read: { node, target, path, problems in
                guard let mapping = node.mapping else {
                    return problems.add("\(path) must be a mapping of numbers", at: node)
                }
                for (key, value) in mapping {
                    guard let number = key.scalar.flatMap({ Int64($0.string) }) else {
                        problems.add("the names under \(path) must be whole numbers", at: key)
                        continue
                    }
                    var item = new
                    schema.read(value, into: &item, path: "\(path).\(number)", problems: &problems)
                    target[keyPath: place][number] = item
                }
            },
            example: { _ in ["\(name): {}"] })
    }
}
