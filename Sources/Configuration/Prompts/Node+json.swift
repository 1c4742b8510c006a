import Domain
import Yams

extension Node {
    private static let mostLevels = 64
    /// Anchors let a short file stand for a huge value.
    private static let mostNodes = 20_000

    /// The value as JSON.
    func json() throws(PromptHeaderError) -> JSON {
        var left = Self.mostNodes
        return try json(level: 0, left: &left)
    }

    private func json(level: Int, left: inout Int) throws(PromptHeaderError) -> JSON {
        left -= 1
        guard level < Self.mostLevels, left > 0 else { throw PromptHeaderError("is too deep or too large", at: self) }
        switch self {
        case .mapping(let mapping):
            var members: [JSON.Member] = []
            for (key, value) in mapping {
                guard let name = key.scalar?.string else {
                    throw PromptHeaderError("has a key that is no text", at: key)
                }
                members.append(JSON.Member(name, try value.json(level: level + 1, left: &left)))
            }
            return .object(members)
        case .sequence(let sequence):
            var elements: [JSON] = []
            for element in sequence { elements.append(try element.json(level: level + 1, left: &left)) }
            return .array(elements)
        case .scalar(let scalar): return Self.json(scalar)
        case .alias: throw PromptHeaderError("has an alias of nothing", at: self)
        }
    }

    /// A scalar in the sense of YAML's core schema; what is quoted is a text.
    private static func json(_ scalar: Scalar) -> JSON {
        guard scalar.style == .plain else { return .string(scalar.string) }
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if let whole = Int64(scalar.string) { return .integer(whole) }
        let isNumber = scalar.string.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        if isNumber, let number = Double(scalar.string), number.isFinite { return .number(number) }
        return .string(scalar.string)
    }
}
