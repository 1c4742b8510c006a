import Testing

@testable import Wire

@Suite struct UTF8CheckTests {
    @Test func everyPairAndManyTriplesAreJudgedAsTheStandardLibraryJudgesThem() {
        for lead in UInt8.min ... .max {
            for second in UInt8.min ... .max { check([lead, second]) }
        }
        for lead in UInt8(0xE0)...0xF5 {
            for second in stride(from: UInt8(0x7F), to: 0xC2, by: 1) {
                for last: [UInt8] in [[0x80], [0xBF], [0xC0], [0x80, 0x80], [0xBF, 0xBF], [0x80, 0x41]] {
                    check([lead, second] + last)
                }
            }
        }
    }

    @Test func damageIsFoundWhereverItStands() {
        for count in 0..<100 {
            check([UInt8](repeating: 0x61, count: count))
            for at in 0..<count {
                var text = [UInt8](repeating: 0x61, count: count)
                text[at] = 0xFF
                check(text)
                text.replaceSubrange(at...at, with: "\u{e9}".utf8)
                check(text)
                check(Array(text.prefix(at + 1)))
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func mixedTextIsJudgedAsTheStandardLibraryJudgesIt(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "a", "hello, this is a longer run of plain text ", "\u{fc}", "\u{4f60}\u{597d}", "\u{1F680}", "\u{10FFFF}",
            "\u{7FF}",
        ]
        for _ in 0..<200 {
            var text = (0..<12).flatMap { _ in Array((parts.randomElement(using: &generator) ?? "").utf8) }
            check(text)
            text[Int.random(in: 0..<text.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
            check(text)
        }
    }

    private func check(_ bytes: [UInt8]) {
        let ours = bytes.withUnsafeBytes { UTF8Check.isWellFormed($0) }
        let theirs = String(validating: bytes, as: UTF8.self) != nil
        if ours != theirs { Issue.record("\(bytes): \(ours), the standard library says \(theirs)") }
    }
}
