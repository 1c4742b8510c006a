import Domain
import Testing

@Suite struct MoneyTests {
    @Test func sumsOfSmallPricesAreExact() throws {
        let cent = try #require(Money(usd: 0.1))
        #expect((0..<10).reduce(Money.zero) { sum, _ in sum + cent } == Money(usd: 1))
    }

    @Test(arguments: [Double.nan, .infinity, 1e30, -1e30])
    func refusesWhatIsNoMoney(usd: Double) { #expect(Money(usd: usd) == nil) }

    @Test func saturates() {
        #expect(Money(nanodollars: .max) + Money(nanodollars: 1) == Money(nanodollars: .max))
        #expect(Money(nanodollars: .min) + Money(nanodollars: -1) == Money(nanodollars: .min))
    }
}
