/// Bytes that are looked at as text. Outside of them everything reads as 0, which is part of nothing: so no rule has to ask for
/// the ends, and nothing outside is touched.
///
/// A text borrows the bytes: it must not outlive the closure that lends them.
struct Text {
    private let base: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { base = bytes }

    var count: Int { base.count }

    /// The bytes of `range`, which lies within the text.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: base[range]) }

    @inline(__always)
    subscript(at: Int) -> UInt8 {
        UInt(bitPattern: at) < UInt(bitPattern: base.count) ? base[at] : 0
    }

    /// The end of the run of bytes from `start` on that `isPart` accepts.
    @inline(__always)
    func end(of start: Int, limit: Int = .max, where isPart: (UInt8) -> Bool) -> Int {
        var at = start
        let last = limit < base.count &- start ? start &+ limit : base.count
        while at < last, isPart(base[at]) { at &+= 1 }
        return at
    }

    /// The beginning of the run of bytes before `end` that `isPart` accepts, at most `limit` bytes before.
    @inline(__always)
    func start(of end: Int, limit: Int, where isPart: (UInt8) -> Bool) -> Int {
        var at = end
        let first = max(0, end &- limit)
        while at > first, isPart(self[at &- 1]) { at &-= 1 }
        return at
    }

    /// The end of the digits from `start` on, eight at a time.
    @inline(__always)
    func digitsEnd(_ start: Int) -> Int {
        var at = start
        while base.count &- at >= 8 {
            let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
            // A byte is a digit when its high half is 3 and stays so when 6 is added; no sum carries into the next byte,
            // because bytes from 0x80 on, whose sums might, are found by the first half of the test already.
            let low = word & 0x7F7F_7F7F_7F7F_7F7F
            let other = (word ^ 0x3030_3030_3030_3030) | ((low &+ 0x0606_0606_0606_0606) ^ 0x3030_3030_3030_3030)
            let marks = other & 0xF0F0_F0F0_F0F0_F0F0
            if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
            at &+= 8
        }
        while at < base.count, base[at].isDigit { at &+= 1 }
        return at
    }

    /// Whether `word`, which is lower case, stands at `at` in any case.
    @inline(__always)
    func has(_ word: StaticString, at: Int) -> Bool {
        guard at >= 0, word.utf8CodeUnitCount <= base.count &- at else { return false }
        return word.withUTF8Buffer { word in
            for index in 0..<word.count where base[at &+ index].lowercased != word[index] { return false }
            return true
        }
    }

    /// Whether `word` stands at `at` as it is.
    @inline(__always)
    func hasExactly(_ word: StaticString, at: Int) -> Bool {
        guard at >= 0, word.utf8CodeUnitCount <= base.count &- at else { return false }
        return word.withUTF8Buffer { word in
            for index in 0..<word.count where base[at &+ index] != word[index] { return false }
            return true
        }
    }

    /// Whether a word reaches up to `at`. The letter of an escape such as `\n` in JSON within a text is part of no word.
    @inline(__always)
    func isWord(before at: Int) -> Bool {
        let byte = self[at &- 1]
        return byte.isWord && !isEscape(before: at)
    }

    /// Whether an escape of JSON (`\n`, `\u00e9`) ends before `at`.
    func isEscape(before at: Int) -> Bool {
        if self[at &- 2] == 0x5C { return self[at &- 1].isEscapeLetter }
        guard self[at &- 6] == 0x5C, self[at &- 5] == 0x75 else { return false }
        return (1...4).allSatisfy { self[at &- $0].isHexDigit }
    }
}
