import Glibc

/// Whether something is over-represented in a part of the whole (Fisher's exact test, one-sided): the hypergeometric probability of at
/// least as many by chance.
public enum FisherExactTest {
    /// P(X ≥ `hits`) when `drawn` of `total` items are taken at random and `marked` of all are marked. Nil when the counts contradict each
    /// other.
    public static func p(hits: Int, drawn: Int, marked: Int, total: Int) -> Double? {
        guard hits >= 0, drawn <= total, marked <= total, hits <= drawn, hits <= marked, marked - hits <= total - drawn
        else { return nil }
        let all = SpecialFunctions.logChoose(Double(total), Double(drawn))
        var sum = 0.0
        for count in hits...min(drawn, marked) where drawn - count <= total - marked {
            let inside = SpecialFunctions.logChoose(Double(marked), Double(count))
            let outside = SpecialFunctions.logChoose(Double(total - marked), Double(drawn - count))
            sum += exp(inside + outside - all)
        }
        return min(1, sum)
    }
}
