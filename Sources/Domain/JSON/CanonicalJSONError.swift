/// Why a value has no canonical text.
public enum CanonicalJSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A whole number that a double cannot hold, so that other programs would read another one.
    case inexactNumber(Int64)
    /// An object that has a name twice.
    case duplicateName(String)
    /// Arrays and objects nest deeper than the limit.
    case tooDeep(limit: Int)

    public var description: String {
        switch self {
        case .inexactNumber(let number):
            "the number \(number) is beyond ±9007199254740991; write it as a text"
        case .duplicateName(let name): "the name '\(name)' stands twice in one object"
        case .tooDeep(let limit): "arrays and objects nest deeper than \(limit)"
        }
    }
}
