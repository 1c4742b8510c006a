import Statistics
import Testing

@Suite struct WindowSummaryTests {
    /// A random summary: a few parts, or very many when `isWide`.
    static func summary(_ generator: inout SplitMix64, isWide: Bool) -> WindowSummary {
        var summary = WindowSummary()
        for _ in 0..<(isWide ? 400 : 60) {
            let release = "r\(generator.index(below: isWide ? 200 : 3))"
            let (length, language) = (generator.unit() * 400, "l\(generator.index(below: isWide ? 900 : 5))")
            summary.update(WindowSummary.segment(release: release, model: nil)) { part in
                part.addCall()
                part.add(length - 100, to: "input_length")
                part.add(language, to: "language")
            }
            summary.addSession(generator.next())
            summary.addText(words: Set((0..<8).map { _ in "w\(generator.index(below: isWide ? 9000 : 50))" }))
        }
        return summary
    }

    @Test(arguments: [false, true], [1, 2, 3] as [UInt64])
    func addUpEquallyInAnyOrder(isWide: Bool, seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let pieces = (0..<12).map { _ in Self.summary(&generator, isWide: isWide) }
        let straight = pieces.reduce(into: WindowSummary()) { $0.merge($1) }
        for _ in 0..<4 {
            var shuffled = pieces.shuffled(using: &generator)
            while shuffled.count > 1 {
                let last = shuffled.removeLast()
                shuffled[generator.index(below: shuffled.count)].merge(last)
            }
            #expect(shuffled[0] == straight)
            #expect(shuffled[0].encoded() == straight.encoded())
        }
    }

    @Test func isReadBackAsItWasWritten() throws {
        var generator = SplitMix64(seed: 5)
        let summary = Self.summary(&generator, isWide: true)
        #expect(WindowSummary(encoded: summary.encoded()) == summary)
    }

    @Test func embeddingsAreReadBackNearly() throws {
        let kernel = try #require(GaussianKernel(gamma: 0.6))
        let features = try #require(EmbeddingFeatures(dimension: 16, kernel: kernel, frequencies: 8, seed: 1))
        var summary = WindowSummary()
        for session in 0..<100 as Range<UInt64> {
            let vector = (0..<16).map { Float(($0 &* 7 &+ Int(session)) % 5) - 2 }
            let isAdded = summary.add(vector, session: session, to: "input_meaning", features: features)
            #expect(isAdded)
        }
        let read = try #require(WindowSummary(encoded: summary.encoded())?.embeddings["input_meaning"])
        let written = try #require(summary.embeddings["input_meaning"])
        #expect(read.counts == written.counts)
        for (a, b) in zip(read.sums, written.sums) { #expect(abs(a - b) < 1e-3) }
    }

    @Test func damagedBytesAreNoSummary() {
        var generator = SplitMix64(seed: 6)
        let bytes = Self.summary(&generator, isWide: false).encoded()
        for length in stride(from: 0, to: bytes.count - 1, by: 7) {
            #expect(WindowSummary(encoded: Array(bytes.prefix(length))) == nil)
        }
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = 0xFF
            _ = WindowSummary(encoded: damaged)
        }
    }

    @Test func callsOfOneSessionCountOnce() {
        var summary = WindowSummary()
        for call in 0..<4000 as Range<UInt64> {
            summary.update("") { $0.addCall() }
            var generator = SplitMix64(seed: call / 8)
            summary.addSession(generator.next())
        }
        #expect(summary.independence > 0.1 && summary.independence < 0.15)
    }

    @Test func numbersThatAreNoneAreLeftOut() {
        var part = WindowPart()
        part.add(.nan, to: "cost")
        part.add(.infinity, to: "cost")
        #expect(part.numbers["cost"] == nil)
    }
}
