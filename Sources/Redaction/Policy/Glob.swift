/// Patterns in which `*` stands for any number of any bytes.
enum Glob {
    /// Whether `pattern`, which is lower case, matches all of `text` in any case. Goes back to the last `*` only, so that it
    /// takes at most the product of both lengths, and nearly always the length of `text`.
    static func matches(_ pattern: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
        var (at, index) = (0, 0)
        var star: (index: Int, at: Int)?
        while at < text.count {
            if index < pattern.count, pattern[index] == 0x2A {
                star = (index, at)
                index += 1
            } else if index < pattern.count, pattern[index] == text[at].lowercased {
                (at, index) = (at + 1, index + 1)
            } else if let last = star {
                star = (last.index, last.at + 1)
                (at, index) = (last.at + 1, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == 0x2A }
    }
}
