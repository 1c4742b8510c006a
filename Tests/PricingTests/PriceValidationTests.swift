import Pricing
import Testing

@Suite("Prices that cannot be meant are refused")
struct PriceValidationTests {
    @Test(
        "Amounts that are not prices",
        arguments: [-0.01, -.infinity, .infinity, 100_001, 1e300, 0.000_002_5, .leastNonzeroMagnitude])
    func amounts(_ amount: Double) {
        #expect(throws: PriceError.self) { try Rates(input: amount) }
        #expect(throws: PriceError.self) { try Rates(input: 1, audioOutput: amount) }
    }

    @Test("The error says which part and why")
    func reasons() {
        #expect(throws: PriceError.notAnAmount(part: "cache read", -1)) { try Rates(cacheRead: -1) }
        #expect(throws: PriceError.absurdlyHigh(part: "output", 1e6)) { try Rates(output: 1e6) }
        #expect(throws: PriceError.absurdlyLow(part: "input", 2.5e-6)) { try Rates(input: 2.5e-6) }
        #expect(PriceError.absurdlyLow(part: "input", 2.5e-6).description.contains("1 000 000"))
        #expect(throws: PriceError.self) { try Rates(input: .nan) }
    }

    @Test("The extremes that are believed", arguments: [0, 0.0001, 0.0625, 100_000])
    func extremes(_ amount: Double) throws {
        _ = try Rates(input: amount, output: amount)
    }

    @Test("Models without a name, without an input price, with bands that cannot be")
    func models() throws {
        let rates = try Rates(input: 1)
        let tooLong = String(repeating: "m", count: 257)
        #expect(throws: PriceError.badModelName("")) { try Price(model: "", standard: PriceSchedule(rates)) }
        #expect(throws: PriceError.badModelName(tooLong)) { try Price(model: tooLong, standard: PriceSchedule(rates)) }
        #expect(throws: PriceError.noInputPrice(model: "m")) {
            try Price(model: "m", standard: PriceSchedule(Rates(output: 1)))
        }
        #expect(throws: PriceError.badThreshold(model: "m", 0)) {
            try Price(model: "m", standard: PriceSchedule(rates, above: [0: rates]))
        }
        #expect(throws: PriceError.badThreshold(model: "m", -1)) {
            try Price(
                model: "m", standard: PriceSchedule(rates), tiers: [.flex: PriceSchedule(rates, above: [-1: rates])])
        }
    }
}
