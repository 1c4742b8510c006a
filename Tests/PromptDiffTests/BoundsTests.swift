import PromptDiff
import Testing

/// Hostile texts take bounded time: whole lines are shown as changed when comparing more would take too long.
@Suite struct BoundsTests {
    private static let megabytes = 2

    private static func repeated(_ pieces: [String], seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        var text = ""
        text.reserveCapacity(megabytes << 20)
        while text.utf8.count < megabytes << 20 { text += pieces[Int(random.next() % UInt64(pieces.count))] }
        return text
    }

    @Test(arguments: [
        ["a\n", "b\n", "c\n"], ["a ", "b "], ["\n", " \n"], ["x", "y"], ["🏽", "👩\u{200D}"], ["{{", "}}\n"],
        ["some words of a prompt, ", "other words than these, ", "and a line break\n"],
    ])
    func megabytesOfRepetitionsAreCompared(pieces: [String]) {
        let (old, new) = (Self.repeated(pieces, seed: 1), Self.repeated(pieces, seed: 2))
        let time = ContinuousClock().measure {
            let difference = TextDifference(from: old, to: new)
            #expect(!difference.isEmpty)
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
