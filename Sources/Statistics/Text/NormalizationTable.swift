/// What `NormalizationData` says, unpacked once.
struct NormalizationTable: Sendable {
    static let shared = NormalizationTable()

    /// The compatibility decomposition (NFKD) of every scalar that has one, Hangul syllables apart.
    private let decompositions: [UInt32: [UInt32]]
    /// The scalar that two others are composed to; the first in the upper half of the key.
    private let compositions: [UInt64: UInt32]
    /// Scalars that can be the second of a composition.
    private let seconds: Set<UInt32>

    private init() {
        var decompositions: [UInt32: [UInt32]] = [:]
        var compositions: [UInt64: UInt32] = [:]
        var seconds: Set<UInt32> = Set(HangulSyllables.seconds)
        var packed = PackedNumbers(NormalizationData.decompositions)
        var (scalar, target): (UInt32, UInt32) = (0, 0)
        while let step = packed.next(), let count = packed.next() {
            scalar &+= step
            var targets: [UInt32] = []
            for _ in 0..<count {
                target &+= packed.nextDifference()
                targets.append(target)
            }
            decompositions[scalar] = targets
        }
        packed = PackedNumbers(NormalizationData.compositions)
        var (composed, first, second): (UInt32, UInt32, UInt32) = (0, 0, 0)
        var pairs: [(composed: UInt32, first: UInt32, second: UInt32)] = []
        while let step = packed.next() {
            composed &+= step
            first &+= packed.nextDifference()
            second &+= packed.nextDifference()
            compositions[UInt64(first) << 32 | UInt64(second)] = composed
            seconds.insert(second)
            pairs.append((composed, first, second))
        }
        let parts = Dictionary(pairs.map { ($0.composed, ($0.first, $0.second)) }) { a, _ in a }
        for pair in pairs {
            var (first, tail) = (pair.first, [pair.second])
            while let inner = parts[first] {
                first = inner.0
                tail.insert(inner.1, at: 0)
            }
            decompositions[pair.composed] = (decompositions[first] ?? [first]) + tail
        }
        (self.decompositions, self.compositions, self.seconds) = (decompositions, compositions, seconds)
    }

    /// The compatibility decomposition of `scalar`; nil when it is its own. Hangul syllables stay whole.
    func decomposition(of scalar: UInt32) -> [UInt32]? { decompositions[scalar] }

    /// What `first` and `second` are composed to, if anything.
    func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        HangulSyllables.composition(first, second) ?? compositions[UInt64(first) << 32 | UInt64(second)]
    }

    /// Whether `scalar` may be composed with one before it.
    func isSecond(_ scalar: UInt32) -> Bool { seconds.contains(scalar) }
}

/// The numbers of a packed table.
private struct PackedNumbers {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    /// A static string lives as long as the program.
    init(_ text: StaticString) {
        bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// The next number; nil at the end.
    mutating func next() -> UInt32? {
        var (number, shift): (UInt32, UInt32) = (0, 0)
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            // Between the lines of the literal.
            guard byte >= 0x3F else { continue }
            let digit = UInt32(byte - 0x3F)
            number |= (digit & 31) << shift
            guard digit >= 32 else { return number }
            shift += 5
        }
        return nil
    }

    /// The next number, zigzag, as what is to be added to the one before.
    mutating func nextDifference() -> UInt32 {
        let number = next() ?? 0
        return number >> 1 ^ (0 &- (number & 1))
    }
}
