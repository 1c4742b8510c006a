/// By how much the canary may be worse before it counts.
public struct GateMargin: Hashable, Sendable {
    /// In units of the metric: 0.01 is one percentage point of a rate, 0.03 three hundredths of a score.
    public var absolute: Double
    /// As a share of what the baseline was: 0.15 tolerates 15 % more.
    public var relative: Double

    /// A margin; of a rate the larger of both counts.
    public init(absolute: Double = 0, relative: Double = 0) { (self.absolute, self.relative) = (absolute, relative) }

    /// Any difference counts.
    public static let none = GateMargin()

    /// Both parts multiplied.
    public func scaled(by factor: Double) -> GateMargin {
        GateMargin(absolute: absolute * factor, relative: relative * factor)
    }

    /// The margin that `text` says: `1pp`, `15%`, `0.03`; nil when it says none.
    public init?(_ text: String) {
        func number(_ digits: Substring) -> Double? { Double(digits).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } }
        if text.hasSuffix("pp"), let value = number(text.dropLast(2)) {
            self.init(absolute: value / 100)
        } else if text.hasSuffix("%"), let value = number(text.dropLast()) {
            self.init(relative: value / 100)
        } else if let value = number(text[...]) {
            self.init(absolute: value)
        } else {
            return nil
        }
    }
}
