import Domain
import Pricing
import Testing

@Suite("Prices over time and over each other")
struct PriceTableDateTests {
    private static let june = Timestamp(seconds: 1_780_272_000)
    private static let september = june.advanced(by: .days(92))

    private func price(_ model: String, _ input: Double, provider: String? = nil, from: Timestamp? = nil) throws
        -> Price
    {
        try Price(model: model, provider: provider, from: from, standard: PriceSchedule(Rates(input: input)))
    }

    private func input(_ table: PriceTable, _ model: String, provider: String? = nil, at moment: Timestamp) -> Double? {
        table.cost(of: TokenUsage(input: 1_000_000, output: nil), model: model, provider: provider, at: moment)?.usd
    }

    @Test("A price holds from its moment on", arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2]])
    func boundaries(_ order: [Int]) throws {
        let prices = [
            try price("m", 5), try price("m", 4, from: Self.june), try price("m", 3, from: Self.september),
        ]
        let table = PriceTable(order.map { prices[$0] })
        #expect(input(table, "m", at: Timestamp(nanoseconds: .min)) == 5)
        #expect(input(table, "m", at: Self.june.advanced(by: Nanoseconds(-1))) == 5)
        #expect(input(table, "m", at: Self.june) == 4)
        #expect(input(table, "m", at: Self.september.advanced(by: Nanoseconds(-1))) == 4)
        #expect(input(table, "m", at: Self.september) == 3)
        #expect(input(table, "m", at: Timestamp(nanoseconds: .max)) == 3)
    }

    @Test("Before its first price a model has none")
    func tooEarly() throws {
        let table = PriceTable([try price("m", 4, from: Self.june)])
        #expect(input(table, "m", at: Self.june.advanced(by: Nanoseconds(-1))) == nil)
    }

    @Test("An override goes before the table, from its date on")
    func overrides() throws {
        let base = PriceTable([
            try price("m", 5), try price("m-2026-01-01", 7), try price("hosted", 6, provider: "mistral"),
            try price("other", 8),
        ])
        let table = base.merging([
            try price("m", 1, from: Self.june), try price("hosted", 2), try price("OTHER", 3, provider: "azure"),
        ])
        #expect(input(table, "m", at: Self.june.advanced(by: Nanoseconds(-1))) == 5)
        #expect(input(table, "m", at: Self.june) == 1)
        #expect(input(table, "m-2025-12-31", at: Self.june) == 1)
        #expect(input(table, "m-2026-01-01", at: Self.june) == 7)
        #expect(input(table, "hosted", provider: "mistral", at: Self.june) == 2)
        #expect(input(table, "hosted", provider: "groq", at: Self.june) == 2)
        #expect(input(table, "other", provider: "azure", at: Self.june) == 3)
        #expect(input(table, "other", provider: "openai", at: Self.june) == 8)
        #expect(input(base, "m", at: Self.june) == 5)
    }

    @Test("Of two overrides the later one counts, in one list and in two")
    func twice() throws {
        let (first, second) = (try price("m", 1), try price("m", 2))
        #expect(input(PriceTable([first, second]), "m", at: Self.june) == 2)
        #expect(input(PriceTable([]).merging([first]).merging([second]), "m", at: Self.june) == 2)
    }
}
