/// Cuts valid UTF-8 into words, numbers and punctuation.
///
/// A word takes along apostrophes within it (*user's*), a number points and commas within it (*0.7*, *1,000*), punctuation its own
/// repetition (`{{`, `---`). Marks and joined characters stay with what they belong to.
struct WordScanner {
    private let bytes: UnsafeRawBufferPointer
    private let end: Int
    private var place: Int

    /// A scanner of the bytes in `range`.
    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        (self.bytes, place, end) = (bytes, range.lowerBound, range.upperBound)
    }

    /// The place of the next word and how many letters and digits it has (three for an ideograph); nil at the end.
    mutating func next() -> (range: Range<Int>, letters: Int32)? {
        while let (scalar, width) = scalar(at: place) {
            let start = place
            place += width
            switch ScalarKind(scalar) {
            case .space: continue
            case .letter, .digit: return word(from: start)
            case .ideograph:
                skipMarks()
                return (start..<place, 3)
            case .mark, .symbol:
                skipRepetition(of: scalar)
                skipMarks()
                return (start..<place, 0)
            }
        }
        return nil
    }

    private mutating func word(from start: Int) -> (Range<Int>, Int32) {
        var letters: Int32 = 1
        while place < end, (bytes[place] | 0x20) &- 0x61 < 26 {
            letters &+= 1
            place += 1
        }
        while let (scalar, width) = scalar(at: place) {
            switch ScalarKind(scalar) {
            case .letter, .digit: letters &+= 1
            case .mark: break
            default:
                guard joins(scalar, at: place, width) else { return (start..<place, letters) }
            }
            place += width
        }
        return (start..<place, letters)
    }

    /// Whether the character belongs to the word around it.
    private func joins(_ scalar: Unicode.Scalar, at place: Int, _ width: Int) -> Bool {
        guard let (after, _) = self.scalar(at: place + width) else { return false }
        switch scalar.value {
        case 0x27, 0x2019: return ScalarKind(after) == .letter
        case 0x2C, 0x2E: return isDigit(bytes[place - 1]) && ScalarKind(after) == .digit
        default: return false
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private mutating func skipRepetition(of scalar: Unicode.Scalar) {
        while let (next, width) = self.scalar(at: place), next == scalar { place += width }
    }

    /// Skips marks, and what a joiner ties to them.
    private mutating func skipMarks() {
        while let (scalar, width) = scalar(at: place), ScalarKind(scalar) == .mark {
            place += width
            if scalar.value == 0x200D, let (joined, width) = self.scalar(at: place), ScalarKind(joined) != .space {
                place += width
            }
        }
    }

    /// The character at `place` and how many bytes it has; nil at the end.
    private func scalar(at place: Int) -> (Unicode.Scalar, Int)? {
        guard place < end else { return nil }
        let first = bytes[place]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for next in (place + 1)..<(place + width) {
            guard next < end else { return (UnicodeScalar(0xFFFD) ?? " ", 1) }
            value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, width) } ?? (" ", 1)
    }
}
