/// The sums of the calls of an hour by the values of one many-valued dimension: the largest ones, those without a value (key 0), and all
/// others together.
struct KeyTable {
    private(set) var keys: [UInt32: KeySums] = [:]
    private(set) var others = KeySums()

    /// So many keys an hour are kept.
    static let kept = 1000

    mutating func add(_ contribution: Contribution, key: UInt32) { keys[key, default: KeySums()].add(contribution) }

    /// Keeps the `limit` keys with most calls; the rest joins the others. A correction of a key that is not here comes as a negative
    /// sum: it belongs to the others too.
    mutating func cut(to limit: Int) {
        let unknown = keys.removeValue(forKey: 0)
        for (key, sums) in keys where sums.calls <= 0 {
            others.add(sums)
            keys[key] = nil
        }
        if keys.count > limit {
            let ordered = keys.sorted { ($0.value.calls, $1.key) > ($1.value.calls, $0.key) }
            for (key, sums) in ordered[limit...] {
                others.add(sums)
                keys[key] = nil
            }
        }
        keys[0] = unknown
    }

    mutating func add(_ other: KeyTable) {
        for (key, sums) in other.keys { keys[key, default: KeySums()].add(sums) }
        others.add(other.others)
    }

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        Self.append(others, to: &writer)
        for (key, sums) in keys.sorted(by: { $0.key < $1.key }) {
            writer.append(unsigned: UInt64(key))
            Self.append(sums, to: &writer)
        }
        return writer.bytes
    }

    /// Adds what was encoded to `bytes`; false when they are damaged.
    mutating func add(encoded bytes: UnsafeRawBufferPointer) -> Bool {
        var reader = ByteReader(bytes)
        others.add(Self.sums(&reader))
        while !reader.isAtEnd {
            let key = UInt32(clamping: reader.unsigned())
            keys[key, default: KeySums()].add(Self.sums(&reader))
        }
        return !reader.isDamaged
    }

    private static func append(_ sums: KeySums, to writer: inout ByteWriter) {
        writer.append(sums.calls)
        writer.append(sums.errors)
        writer.append(sums.unbilled)
        for tally in [sums.input, sums.output, sums.cacheRead, sums.cacheWrite, sums.reasoning, sums.cost] {
            writer.append(tally.count)
            writer.append(tally.sum)
        }
    }

    private static func sums(_ reader: inout ByteReader) -> KeySums {
        var sums = KeySums()
        sums.calls = reader.signed()
        sums.errors = reader.signed()
        sums.unbilled = reader.signed()
        for path in [
            \KeySums.input, \KeySums.output, \KeySums.cacheRead, \KeySums.cacheWrite, \KeySums.reasoning, \KeySums.cost,
        ] {
            sums[keyPath: path] = Tally(count: reader.signed(), sum: reader.signed())
        }
        return sums
    }
}

/// The key tables of one hour.
struct KeyHourSums {
    private var tables: [KeyDimension: KeyTable] = [:]

    subscript(dimension: KeyDimension) -> KeyTable { tables[dimension] ?? KeyTable() }

    mutating func add(_ contribution: Contribution) {
        for dimension in KeyDimension.allCases {
            tables[dimension, default: KeyTable()].add(contribution, key: contribution.key(of: dimension))
        }
    }
}

extension Contribution {
    /// The number of its value of a many-valued dimension; 0 for none.
    func key(of dimension: KeyDimension) -> UInt32 {
        switch dimension {
        case .user: user
        case .session: session
        case .error: error
        }
    }
}
