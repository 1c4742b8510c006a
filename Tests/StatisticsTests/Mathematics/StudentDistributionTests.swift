import Statistics
import Testing

@Suite struct StudentDistributionTests {
    /// From the NIST/SEMATECH e-Handbook of statistical methods, 1.3.6.7.2.
    @Test(arguments: [
        (-3, 12.706), (1, 12.706), (2, 4.303), (5, 2.571), (19, 2.093), (30, 2.042), (100, 1.984), (1_000_000, 1.960),
    ])
    func agreesWithTheTable(degrees: Int, value: Double) {
        #expect(abs(StudentDistribution.upper975(degrees: degrees) - value) < 0.0006)
    }
}
