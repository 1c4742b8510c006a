/// Digits as numbers.
enum Digits {
    /// The number of exactly `count` digits at `start`; nil when there are fewer or more. `count` is small.
    static func value(_ start: Int, _ count: Int, _ text: Text) -> Int? {
        guard text.digitsEnd(start) == start + count else { return nil }
        return (start..<(start + count)).reduce(0) { $0 * 10 + Int(text[$1] &- 0x30) }
    }
}
