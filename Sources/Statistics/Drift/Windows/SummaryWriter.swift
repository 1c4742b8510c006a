/// Appends the parts of a summary: numbers in base 128, texts with their length.
struct SummaryWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(signed number: Int64) { append(UInt64(bitPattern: number << 1 ^ number >> 63)) }

    mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

    mutating func append(_ text: String) {
        append(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append<Value>(table: BoundedTable<Value>, _ value: (inout SummaryWriter, Value) -> Void) {
        append(UInt64(table.level))
        append(UInt64(table.entries.count))
        for (name, entry) in table.entries.sorted(by: { $0.key < $1.key }) {
            append(name)
            value(&self, entry)
        }
        value(&self, table.others)
    }

    mutating func append(_ part: WindowPart) {
        append(signed: part.calls)
        append(UInt64(part.numbers.count))
        for (name, sketch) in part.numbers.sorted(by: { $0.key < $1.key }) {
            append(name)
            sketch.negative.encode(into: &bytes)
            sketch.positive.encode(into: &bytes)
        }
        append(UInt64(part.categories.count))
        for (name, counts) in part.categories.sorted(by: { $0.key < $1.key }) {
            append(name)
            append(table: counts) { $0.append(signed: $1) }
        }
    }

    /// Counts, then the means of the buckets that have any, in units of 2⁻¹⁵.
    mutating func append(_ sums: EmbeddingSums) {
        append(UInt64(sums.dimension))
        append(UInt64(sums.frequencies))
        for (bucket, count) in sums.counts.enumerated() {
            append(UInt64(max(0, count)))
            guard count > 0 else { continue }
            for sum in sums.sums[bucket * sums.width..<(bucket + 1) * sums.width] {
                let mean = Int16(min(max((sum / Double(count) * 32_767).rounded(), -32_767), 32_767))
                bytes.append(UInt8(truncatingIfNeeded: mean))
                bytes.append(UInt8(truncatingIfNeeded: mean >> 8))
            }
        }
    }
}
