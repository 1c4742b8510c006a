import Drawing
import Testing

@Suite("Numbers as people read them")
struct FormatTests {
    @Test(
        "durations",
        arguments: [
            (nil, "–"), (0, "0 s"), (0.000_85, "0.85 ms"), (0.085, "85 ms"), (0.0996, "0.10 s"), (0.62, "0.62 s"),
            (1.409, "1.41 s"), (14.06, "14.1 s"), (99.96, "1 m 40 s"), (141, "2 m 21 s"), (3_900, "1 h 05 m"),
            (-1.5, "−1.50 s"), (.nan, "–"), (1e300, "–"),
        ] as [(Double?, String)])
    func durations(seconds: Double?, text: String) {
        #expect(Format.duration(seconds: seconds) == text)
    }

    @Test(
        "counts",
        arguments: [
            (nil, "–"), (0, "0"), (847, "847"), (999.6, "1.0k"), (1_234, "1.2k"), (9_960, "10k"), (198_400, "198k"),
            (999_600, "1.0 M"), (1_200_000, "1.2 M"), (3.4e9, "3.4 G"), (-1_234, "−1.2k"), (.infinity, "–"),
        ] as [(Double?, String)])
    func counts(value: Double?, text: String) {
        #expect(Format.count(value) == text)
    }

    @Test(
        "money",
        arguments: [
            (nil, "–"), (0, "$0"), (0.0041, "$0.0041"), (0.000_01, "<$0.0001"), (0.05, "$0.0500"), (1, "$1.00"),
            (22.1, "$22.10"), (41_203.4, "$41 203"), (-0.5, "−$0.5000"),
        ] as [(Double?, String)])
    func money(dollars: Double?, text: String) {
        #expect(Format.money(dollars) == text)
    }

    @Test("money in columns and by the hour")
    func moneyColumns() {
        #expect(Format.money(0.02, decimals: 2) == "$0.02")
        #expect(Format.hourlyCost(22.1) == "$22.10/h")
        #expect(Format.hourlyCost(nil) == "–")
    }

    @Test(
        "shares are never rounded to nothing or to all",
        arguments: [
            (nil, "–"), (0, "0.0 %"), (0.000_1, "<0.1 %"), (0.004, "0.4 %"), (0.021, "2.1 %"), (0.41, "41 %"),
            (0.9949, "99 %"), (0.9953, "99.5 %"), (0.999_99, "99.9 %"), (1, "100 %"), (.nan, "–"),
        ] as [(Double?, String)])
    func shares(fraction: Double?, text: String) {
        #expect(Format.percent(fraction) == text)
    }

    @Test("changes carry their sign")
    func changes() {
        #expect(Format.change(-0.3) == "−30 %")
        #expect(Format.change(0.15) == "+15 %")
        #expect(Format.change(0) == "0 %")
        #expect(Format.decimal(-0.029, decimals: 3, signed: true) == "−0.029")
        #expect(Format.decimal(-0.000_1, decimals: 3) == "0.000")
    }

    @Test("ages and groups")
    func agesAndGroups() {
        #expect([45, 360, 7_300, 260_000].map { Format.age(seconds: $0) } == ["45 s", "6 m", "2 h", "3 d"])
        #expect(Format.grouped(41_203) == "41 203")
        #expect(Format.grouped(-1_234_567) == "−1 234 567")
        #expect(Format.grouped(.min) == "−9 223 372 036 854 775 808")
    }

    @Test("three digits that matter")
    func numbers() {
        #expect(
            [213.4, 99.96, 11.26, 0.42, 0.004_1, 0].map { Format.number($0) } == [
                "213", "100", "11.3", "0.42", "0.0041", "0.00",
            ])
    }

    @Test("no number traps, and all are short", arguments: 0..<20)
    func anyNumber(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for _ in 0..<2_000 {
            let value = Double(bitPattern: generator.next())
            for text in [
                Format.duration(seconds: value), Format.count(value), Format.money(value), Format.percent(value),
                Format.change(value), Format.number(value), Format.age(seconds: value), Format.seconds(value),
                Format.hourlyCost(value),
            ] {
                #expect(!text.isEmpty && text.utf8.count < 40, "\(value): \(text)")
            }
        }
    }
}
