/// The members of a command's body, each of the type that it must have. Names that nobody knows are mistakes: a rating that is
/// misspelt must not be taken for none. A member that is `null` is not there.
struct CommandBody {
    private let members: [String: JSON]

    init(_ json: JSON, members known: Set<String>) throws(MalformedCommand) {
        guard let given = json.members else { throw MalformedCommand("the body must be a JSON object") }
        var members: [String: JSON] = [:]
        for member in given {
            guard known.contains(member.name) else {
                throw MalformedCommand("a member is none of \(known.sorted().joined(separator: ", "))")
            }
            guard members.updateValue(member.value, forKey: member.name) == nil else {
                throw MalformedCommand("\(member.name): is there twice")
            }
        }
        self.members = members.filter { $0.value != .null }
    }

    /// Text of 1 to `limit` bytes.
    func text(_ name: String, limit: Int) throws(MalformedCommand) -> String? {
        guard let value = members[name] else { return nil }
        guard case .string(let text) = value else { throw MalformedCommand("\(name): must be a string") }
        guard !text.isEmpty, text.utf8.count <= limit else {
            throw MalformedCommand("\(name): must have 1 to \(limit) bytes")
        }
        return text
    }

    func integer(_ name: String) throws(MalformedCommand) -> Int64? {
        guard let value = members[name] else { return nil }
        guard case .integer(let number) = value else { throw MalformedCommand("\(name): must be a whole number") }
        return number
    }

    func number(_ name: String) throws(MalformedCommand) -> Double? {
        switch members[name] {
        case nil: return nil
        case .integer(let number): return Double(number)
        case .number(let number): return number
        default: throw MalformedCommand("\(name): must be a number")
        }
    }

    /// Any value.
    func value(_ name: String) -> JSON? { members[name] }

    /// The elements of a list, each as `read` understands it; none when it is not there.
    func list<Element>(
        _ name: String, _ read: (JSON) throws(MalformedCommand) -> Element
    ) throws(MalformedCommand) -> [Element] {
        guard let value = members[name] else { return [] }
        guard let elements = value.array else { throw MalformedCommand("\(name): must be a list") }
        var list: [Element] = []
        for element in elements { list.append(try read(element)) }
        return list
    }

    /// The members of an object; none when it is not there.
    func object(_ name: String) throws(MalformedCommand) -> [String: JSON] {
        guard let value = members[name] else { return [:] }
        guard let given = value.members else { throw MalformedCommand("\(name): must be an object") }
        let object = Dictionary(given.map { ($0.name, $0.value) }) { _, last in last }
        guard object.count == given.count else { throw MalformedCommand("\(name): has a name twice") }
        return object
    }

    func traceID(_ name: String) throws(MalformedCommand) -> TraceID? {
        guard let text = try text(name, limit: 64) else { return nil }
        guard let id = TraceID(hex: text) else { throw MalformedCommand("\(name): must be 32 hexadecimal digits") }
        return id
    }

    func spanID(_ name: String) throws(MalformedCommand) -> SpanID? {
        guard let text = try text(name, limit: 64) else { return nil }
        guard let id = SpanID(hex: text) else { throw MalformedCommand("\(name): must be 16 hexadecimal digits") }
        return id
    }
}
