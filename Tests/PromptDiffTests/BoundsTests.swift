import PromptDiff
import Testing

/// Hostile texts take bounded time: whole lines are shown as changed when comparing more would take too long.
@Suite struct BoundsTests {
    private static func repeated(_ pieces: [String], megabytes: Int, seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        var text = ""
        text.reserveCapacity(megabytes << 20)
        while text.utf8.count < megabytes << 20 { text += pieces[Int(random.next() % UInt64(pieces.count))] }
        return text
    }

    @Test(arguments: [
        (["a\n", "b\n", "c\n"], 1), (["a ", "b "], 1), (["some words of ", "a prompt\n", "other words "], 1),
        (["\n", " \n", "🏽", "👩\u{200D}", "{{", "}}"], 1), (["long lines ", "of many words "], 5),
    ])
    func repetitionsWithoutEndAreCompared(pieces: [String], megabytes: Int) {
        let old = Self.repeated(pieces, megabytes: megabytes, seed: 1)
        let new = Self.repeated(pieces, megabytes: megabytes, seed: 2)
        let time = ContinuousClock().measure {
            let difference = TextDifference(from: old, to: new)
            #expect(!difference.isEmpty && (difference.isCoarse || megabytes < 4))
            #expect(difference.rows.last != nil)
        }
        // Generous: a debug build on a busy machine. Without bounds this takes hours.
        #expect(time < .seconds(120), "\(time)")
    }

    @Test func linesBeyondTheLimitAreOne() {
        let text = String(repeating: "\n", count: 300_000)
        let difference = TextDifference(from: text, to: text + "end")
        #expect(difference.rows.count < 200_000)
        #expect(difference.rows.compactMap { $0.new?.text }.joined(separator: "\n") == text + "end")
    }
}
