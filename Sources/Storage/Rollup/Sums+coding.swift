import Statistics

/// The stored form: the counts, the scores, and the sketches. What every question needs comes first; the length of the rest lets it be
/// left out.
extension Sums {
    func encoded(with writer: inout ByteWriter) -> [UInt8] {
        writer.removeAll()
        writer.append(calls)
        writer.append(errors)
        writer.append(unbilled)
        for tally in [input, output, cacheRead, cacheWrite, reasoning, cost] { Self.append(tally, to: &writer) }
        let scores = scores.filter { $0.value != Tally() }.sorted { $0.key < $1.key }
        writer.append(unsigned: UInt64(scores.count))
        for (name, tally) in scores {
            writer.append(unsigned: UInt64(name))
            Self.append(tally, to: &writer)
        }
        for sketch in [durations, timesToFirstToken, inputs, outputs, costs] {
            writer.append { sketch.encode(into: &$0) }
        }
        return writer.bytes
    }

    /// Adds what was encoded to `bytes`.
    ///
    /// - Parameters:
    ///   - all: whether the sketches of tokens and cost are wanted too.
    ///   - name: what to call a score whose name has this id.
    /// - Returns: false, and possibly parts added, when the bytes are damaged.
    mutating func add(
        encoded bytes: UnsafeRawBufferPointer, all: Bool, name: (UInt32) -> UInt32 = { $0 }
    ) -> Bool {
        var reader = ByteReader(bytes)
        calls &+= reader.signed()
        errors &+= reader.signed()
        unbilled &+= reader.signed()
        Self.add(&reader, to: &input)
        Self.add(&reader, to: &output)
        Self.add(&reader, to: &cacheRead)
        Self.add(&reader, to: &cacheWrite)
        Self.add(&reader, to: &reasoning)
        Self.add(&reader, to: &cost)
        var scoresLeft = reader.unsigned()
        while scoresLeft > 0, !reader.isDamaged {
            let id = UInt32(clamping: reader.unsigned())
            Self.add(&reader, to: &scores[name(id), default: Tally()])
            scoresLeft -= 1
        }
        guard !reader.isDamaged else { return false }
        var offset = reader.offset
        do {
            try durations.merge(decoding: bytes.bytes, from: &offset)
            try timesToFirstToken.merge(decoding: bytes.bytes, from: &offset)
            guard all else { return true }
            try inputs.merge(decoding: bytes.bytes, from: &offset)
            try outputs.merge(decoding: bytes.bytes, from: &offset)
            try costs.merge(decoding: bytes.bytes, from: &offset)
            return true
        } catch {
            return false
        }
    }

    /// The number of calls alone, which comes first.
    static func calls(encoded bytes: UnsafeRawBufferPointer) -> Int64 {
        var reader = ByteReader(bytes)
        return reader.signed()
    }

    private static func append(_ tally: Tally, to writer: inout ByteWriter) {
        writer.append(tally.count)
        writer.append(tally.sum)
    }

    @inline(__always)
    private static func add(_ reader: inout ByteReader, to tally: inout Tally) {
        tally.count &+= reader.signed()
        tally.sum &+= reader.signed()
    }
}
