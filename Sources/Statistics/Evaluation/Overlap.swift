/// How much of one text is found in another: precision, recall and their harmonic mean.
public struct Overlap: Hashable, Sendable, Codable {
    /// The share of the answer that matches the reference, 0 … 1.
    public let precision: Double
    /// The share of the reference that the answer matches, 0 … 1.
    public let recall: Double
    /// 2PR/(P + R); 0 when both are 0.
    public let f1: Double

    /// Nothing in common.
    public static let none = Overlap(precision: 0, recall: 0)

    init(precision: Double, recall: Double) {
        (self.precision, self.recall) = (precision, recall)
        f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// `matches` of `answer` and `reference` elements; nothing in common when either has none.
    init(matches: Int, answer: Int, reference: Int) {
        guard answer > 0, reference > 0 else {
            self = .none
            return
        }
        self.init(precision: Double(matches) / Double(answer), recall: Double(matches) / Double(reference))
    }
}
