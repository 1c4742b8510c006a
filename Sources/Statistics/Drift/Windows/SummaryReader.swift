/// Reads what `SummaryWriter` wrote; nil wherever the bytes say something else.
struct SummaryReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number() -> UInt64? {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while shift < 64, offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    mutating func signed() -> Int64? {
        number().map { Int64(bitPattern: $0 >> 1) ^ (0 &- Int64(bitPattern: $0 & 1)) }
    }

    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard count <= bytes.count - offset else { return nil }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    mutating func text() -> String? {
        guard let count = number().flatMap({ Int(exactly: $0) }), count <= bytes.count - offset else { return nil }
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    mutating func table<Value>(
        limit: Int, _ value: (inout SummaryReader) -> Value?
    ) -> BoundedTable<Value>? {
        guard let level = number(), level < 64, let count = number(), count <= UInt64(limit) else { return nil }
        var entries: [String: Value] = [:]
        for _ in 0..<count {
            guard let name = text(), let entry = value(&self) else { return nil }
            entries[name] = entry
        }
        guard let others = value(&self) else { return nil }
        return BoundedTable(limit: limit, entries: entries, others: others, level: Int(level))
    }

    mutating func part() -> WindowPart? {
        guard let calls = signed(), let numberCount = number(), numberCount <= 512 else { return nil }
        var numbers: [String: SignedQuantileSketch] = [:]
        for _ in 0..<numberCount {
            guard let name = text(), let negative = sketch(), let positive = sketch() else { return nil }
            numbers[name] = SignedQuantileSketch(negative: negative, positive: positive)
        }
        guard let categoryCount = number(), categoryCount <= 512 else { return nil }
        var categories: [String: BoundedTable<Int64>] = [:]
        for _ in 0..<categoryCount {
            guard let name = text(), let counts = table(limit: WindowPart.mostCategories, { $0.signed() }) else {
                return nil
            }
            categories[name] = counts
        }
        return WindowPart(calls: calls, numbers: numbers, categories: categories)
    }

    private mutating func sketch() -> QuantileSketch? {
        var place = offset
        guard let sketch = try? QuantileSketch(decoding: bytes.span.bytes, from: &place) else { return nil }
        offset = place
        return sketch
    }

    mutating func sums() -> EmbeddingSums? {
        guard let dimension = number(), let frequencies = number(), (1...1 << 16).contains(dimension),
            (1...1 << 16).contains(frequencies)
        else { return nil }
        let width = Int(dimension) + 2 * Int(frequencies)
        var counts: [Int] = []
        var sums: [Double] = []
        for _ in 0..<EmbeddingSums.buckets {
            guard let count = number().flatMap({ Int(exactly: $0) }) else { return nil }
            counts.append(count)
            guard count > 0 else {
                sums.append(contentsOf: repeatElement(0, count: width))
                continue
            }
            guard bytes.count - offset >= 2 * width else { return nil }
            for _ in 0..<width {
                let mean = Int16(truncatingIfNeeded: Int(bytes[offset]) | Int(bytes[offset + 1]) << 8)
                offset += 2
                sums.append(Double(mean) / 32_767 * Double(count))
            }
        }
        return EmbeddingSums(dimension: Int(dimension), frequencies: Int(frequencies), counts: counts, sums: sums)
    }
}
