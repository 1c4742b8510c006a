/// The stored form. Sums of embeddings are kept as means of 16 bits, which errs by less than the rounding of a mean of a thousand.
extension WindowSummary {
    /// The summary as bytes; equal summaries have equal bytes, but for embeddings that differ by less than is kept.
    public func encoded() -> [UInt8] {
        var writer = SummaryWriter()
        writer.append(1)
        writer.append(table: parts) { writer, part in writer.append(part) }
        writer.append(table: words) { writer, count in writer.append(signed: count) }
        writer.append(signed: texts)
        writer.append(bytes: sessions.registers)
        writer.append(UInt64(embeddings.count))
        for (name, sums) in embeddings.sorted(by: { $0.key < $1.key }) {
            writer.append(name)
            writer.append(sums)
        }
        return writer.bytes
    }

    /// The summary that `bytes` are, without its embeddings when they are not wanted; nil when they are none.
    public init?(encoded bytes: [UInt8], withEmbeddings: Bool = true) {
        var reader = SummaryReader(bytes)
        guard reader.number() == 1,
            let parts = reader.table(limit: Self.mostParts, { $0.part() }),
            let words = reader.table(limit: Self.mostWords, { $0.signed() }), let texts = reader.signed(),
            let sessions = reader.bytes(CardinalitySketch.size).flatMap({ CardinalitySketch(registers: $0) }),
            let count = reader.number(), count <= 64
        else { return nil }
        var embeddings: [String: EmbeddingSums] = [:]
        for _ in 0..<(withEmbeddings ? count : 0) {
            guard let name = reader.text(), let sums = reader.sums() else { return nil }
            embeddings[name] = sums
        }
        self.init(parts: parts, words: words, texts: texts, sessions: sessions, embeddings: embeddings)
    }
}
