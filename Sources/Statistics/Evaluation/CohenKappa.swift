/// How far two raters agree beyond chance (Cohen 1960; weighted: Cohen 1968): 1 − Σw·observed / Σw·expected.
public struct CohenKappa: Hashable, Sendable {
    /// Every disagreement counts the same.
    public let unweighted: Double
    /// A disagreement counts as the distance between the grades.
    public let linear: Double
    /// A disagreement counts as the square of the distance.
    public let quadratic: Double
    /// The share of items with equal grades.
    public let agreement: Double

    /// Compares the grades of two raters, item by item; the distance between grades is the number of different grades given from one
    /// to the other. Nil when there are none, the numbers of grades differ, or only one grade was ever given: then chance alone would
    /// agree.
    public init?<Grade: Comparable & Hashable>(_ first: [Grade], _ second: [Grade]) {
        guard first.count == second.count else { return nil }
        let scale = Set(first).union(second).sorted()
        guard scale.count > 1 else { return nil }
        let places = Dictionary(uniqueKeysWithValues: zip(scale, scale.indices))
        var (marginsFirst, marginsSecond) = (scale.map { _ in 0.0 }, scale.map { _ in 0.0 })
        var observed = (0.0, 0.0, 0.0)
        for (a, b) in zip(first, second) {
            guard let a = places[a], let b = places[b] else { return nil }
            marginsFirst[a] += 1
            marginsSecond[b] += 1
            let distance = Double(abs(a - b))
            observed = (observed.0 + min(1, distance), observed.1 + distance, observed.2 + distance * distance)
        }
        let n = Double(first.count)
        var expected = (0.0, 0.0, 0.0)
        for (a, countA) in marginsFirst.enumerated() {
            for (b, countB) in marginsSecond.enumerated() {
                let (distance, share) = (Double(abs(a - b)), countA * countB / n)
                expected.0 += min(1, distance) * share
                expected.1 += distance * share
                expected.2 += distance * distance * share
            }
        }
        guard expected.0 > 0 else { return nil }
        unweighted = 1 - observed.0 / expected.0
        linear = 1 - observed.1 / expected.1
        quadratic = 1 - observed.2 / expected.2
        agreement = 1 - observed.0 / n
    }
}
