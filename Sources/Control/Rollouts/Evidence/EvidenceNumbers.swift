import Statistics

/// Evidence as a row of numbers, kept bit for bit.
struct EvidenceNumbers {
    var numbers: [Double] = []

    mutating func add(_ wealth: MixedWealth) {
        numbers += wealth.logCapitals
        numbers.append(wealth.peak)
    }

    mutating func add(_ betting: LabelBetting) {
        numbers += [betting.centre.sum, betting.centre.units]
        for evidence in betting.evidence {
            add(evidence.harm)
            add(evidence.safe)
        }
    }

    /// Eight bytes a number, the lowest first.
    var bytes: [UInt8] {
        numbers.flatMap { number in
            (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt64($0))) }
        }
    }

    /// Takes numbers in the order in which they were added.
    struct Reader {
        private let numbers: [Double]
        private var place = 0

        /// Nil unless there are whole numbers.
        init?(_ bytes: [UInt8]) {
            guard bytes.count.isMultiple(of: 8) else { return nil }
            numbers = stride(from: 0, to: bytes.count, by: 8).map { start in
                Double(bitPattern: bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
            }
        }

        mutating func next() -> Double? {
            guard place < numbers.count else { return nil }
            defer { place += 1 }
            return numbers[place]
        }

        mutating func count() -> Int? { next().flatMap { Int(exactly: $0) } }

        mutating func wealth() -> MixedWealth? {
            var capitals: [Double] = []
            for _ in MixedWealth.fractions {
                guard let number = next() else { return nil }
                capitals.append(number)
            }
            return next().flatMap { MixedWealth(logCapitals: capitals, peak: $0) }
        }

        mutating func betting(like former: LabelBetting) -> LabelBetting? {
            guard let sum = next(), let units = next(), let centre = former.centre.after(sum: sum, units: units) else {
                return nil
            }
            var evidence: [MarginEvidence] = []
            for item in former.evidence {
                guard let harm = wealth(), let safe = wealth() else { return nil }
                evidence.append(MarginEvidence(margin: item.margin, harm: harm, safe: safe))
            }
            return LabelBetting(centre: centre, evidence: evidence)
        }

        var isAtEnd: Bool { place == numbers.count }
    }
}
