/// Looks for text in text; upper and lower case of ASCII are alike.
enum TextSearch {
    static func contains(_ text: String, _ needle: String) -> Bool {
        var text = text
        var needle = needle
        return text.withUTF8 { text in needle.withUTF8 { find($0, in: text, from: 0) != nil } }
    }

    /// The places of `needle` as ranges of bytes.
    static func ranges(of needle: String, in text: String) -> [Range<Int>] {
        var (text, needle) = (text, needle)
        return text.withUTF8 { text in
            needle.withUTF8 { needle in
                var ranges: [Range<Int>] = []
                var from = 0
                while let found = find(needle, in: text, from: from) {
                    ranges.append(found..<(found + needle.count))
                    from = found + needle.count
                }
                return ranges
            }
        }
    }

    private static func find(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from: Int
    ) -> Int? {
        guard let first = needle.first.map(lower), text.count - from >= needle.count else { return nil }
        for start in from...(text.count - needle.count) where lower(text[start]) == first {
            var length = 1
            while length < needle.count, lower(text[start + length]) == lower(needle[length]) { length += 1 }
            if length == needle.count { return start }
        }
        return nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}
