/// Text that does not repeat more than real traffic's does: words of made-up vocabulary, frequent and rare ones as in a natural language
/// (Zipf), in sentences. About as compressible as English.
struct Prose {
    let bytes: [UInt8]

    init(megabytes: Int, seed: UInt64) {
        var random = RandomNumbers(seed: seed)
        let syllables = [
            "re", "con", "ing", "ter", "al", "ed", "es", "tion", "er", "ly", "de", "in", "pro", "ment", "ver", "ate",
            "sion",
            "com", "per", "an", "en", "ous", "is", "un", "ble", "ri", "ma", "to", "la", "no", "si", "po", "ca", "mo",
            "th", "st",
        ]
        let vocabulary = (0..<6000).map { rank in
            (0..<(1 + Int(random.next() % (rank < 60 ? 1 : 3)) + (rank > 800 ? 1 : 0)))
                .map { _ in syllables[Int(random.next() % UInt64(syllables.count))] }.joined()
        }
        var text: [UInt8] = []
        text.reserveCapacity(megabytes << 20)
        while text.count < megabytes << 20 {
            for _ in 0..<(6 + random.next() % 14) {
                let rank = min(vocabulary.count - 1, random.pareto(0.55))
                text.append(contentsOf: vocabulary[rank].utf8)
                text.append(0x20)
            }
            text.append(contentsOf: ". ".utf8)
        }
        bytes = text
    }

    /// `length` bytes from a random place.
    func piece(_ length: Int, _ random: inout RandomNumbers) -> ArraySlice<UInt8> {
        let start = Int(random.next() % UInt64(max(1, bytes.count - length)))
        return bytes[start..<min(bytes.count, start + length)]
    }
}
