/// A value as filters write it: `*` stands for any characters, or none; everything else for itself.
public struct TextPattern: Hashable, Sendable {
    /// As it was written.
    public let text: String

    /// The pattern that `text` writes.
    public init(_ text: String) { self.text = text }

    /// Whether it stands for more than itself.
    public var isWild: Bool { text.utf8.contains(Self.star) }

    /// Whether `value` is what it stands for.
    public func matches(_ value: String) -> Bool {
        guard isWild else { return value == text }
        return Self.matches(Array(value.utf8), Array(text.utf8))
    }

    /// Goes back to the last star only, so that it takes at most the product of the lengths.
    private static func matches(_ value: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (at, next) = (0, 0)
        var retry: (at: Int, next: Int)?
        while at < value.count {
            if next < pattern.count, pattern[next] == star {
                retry = (at, next + 1)
                next += 1
            } else if next < pattern.count, pattern[next] == value[at] {
                (at, next) = (at + 1, next + 1)
            } else if let last = retry {
                (at, next) = (last.at + 1, last.next)
                retry = (at, next)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == star }
    }

    private static let star: UInt8 = 0x2A
}
