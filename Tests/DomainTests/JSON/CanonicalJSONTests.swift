import Domain
import Testing

@Suite struct CanonicalJSONTests {
    private func text(_ json: JSON) throws -> String { String(decoding: try json.canonical(), as: UTF8.self) }

    /// The numbers of appendix B of RFC 8785.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5557, "333333333.33333343"),
            (0xBECB_F647_612F_3696, "-0.0000033333333333333333"), (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func writesNumbersAsECMAScript(bits: UInt64, expected: String) throws {
        #expect(try text(.number(Double(bitPattern: bits))) == expected)
    }

    @Test func numbersReadAsThemselves() throws {
        var random = SeededGenerator(8785)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(Double(try text(.number(value))) == value)
        }
    }

    @Test func wholeNumbersAreTheSameHoweverTheyAreWritten() throws {
        #expect(try text(.integer(12)) == "12")
        #expect(try text(.number(12)) == "12")
        #expect(try text(JSON(parsing: "1.20e1")) == "12")
    }

    /// The example of section 3.2.3: names are ordered by UTF-16, not by code point.
    @Test func ordersNamesByUTF16() throws {
        let names = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1F600}", "\u{80}", "\u{f6}"]
        let sorted = ["\r", "1", "\u{80}", "\u{f6}", "\u{20ac}", "\u{1F600}", "\u{fb33}"]
        let canonical = try JSON(parsing: try JSON.object(names.map { .init($0, 1) }).canonical())
        #expect(canonical.members?.map(\.name) == sorted)
    }

    @Test func escapesOnlyWhatItMust() throws {
        #expect(try text(.string("\u{20ac}$\u{0F}\nA'B\"\\/\u{7f}")) == "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\/\u{7f}\"")
    }

    @Test func refusesWhatOthersWouldReadOtherwise() throws {
        #expect(throws: CanonicalJSONError.inexactNumber(1 << 53)) { try JSON.integer(1 << 53).canonical() }
        #expect(throws: CanonicalJSONError.inexactNumber(.min)) { try JSON.integer(.min).canonical() }
        #expect(try text(.integer(1 - 1 << 53)) == "-9007199254740991")
        #expect(throws: CanonicalJSONError.duplicateName("a")) { try (["a": 1, "b": 2, "a": 1] as JSON).canonical() }
        let deep = (0..<100).reduce(JSON.null) { inner, _ in .array([inner]) }
        #expect(throws: CanonicalJSONError.tooDeep(limit: 64)) { try deep.canonical() }
    }
}
