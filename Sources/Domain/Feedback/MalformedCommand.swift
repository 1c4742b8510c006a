/// Why the body of a command is none: which member is wrong, and how. In our own words; nothing of the input is repeated.
public struct MalformedCommand: Error, Hashable, Sendable {
    public let reason: String

    init(_ reason: String) { self.reason = reason }

    static func missing(_ name: String) -> MalformedCommand { MalformedCommand("\(name): must be there") }
}
