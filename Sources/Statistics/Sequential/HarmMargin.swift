/// By how much the canary may be worse before it counts: its harm h is compared as h · `scale` − `absolute`.
public struct HarmMargin: Hashable, Sendable, Codable {
    /// d: how much more harm is tolerated, in units of harm (0.01 = one percentage point of a rate). Between −1 and 1; a negative
    /// margin asks the canary to be better.
    public let absolute: Double
    /// The tolerated relative excess: 0.15 tolerates 15 % more than the baseline. Greater than −1.
    public let relative: Double

    /// No margin at all: any difference counts.
    public static let none = HarmMargin(unchecked: 0, relative: 0)

    /// Nil unless `absolute` is within −1 … 1 and `relative` a number greater than −1.
    public init?(absolute: Double = 0, relative: Double = 0) {
        guard absolute >= -1, absolute <= 1, relative > -1, relative < .infinity else { return nil }
        self.init(unchecked: absolute, relative: relative)
    }

    private init(unchecked absolute: Double, relative: Double) {
        (self.absolute, self.relative) = (absolute, relative)
    }

    /// s = 1 / (1 + relative).
    public var scale: Double { 1 / (1 + relative) }

    /// `count` absolute margins, evenly from −`reach` to `reach`: the grid on which an interval is read. Nil unless `count` is at
    /// least 2 and `reach` is in 0 … 1 (0 excluded).
    public static func grid(reach: Double, count: Int = 33) -> [HarmMargin]? {
        guard count >= 2, reach > 0, reach <= 1 else { return nil }
        return (0..<count).map { index in
            HarmMargin(unchecked: reach * (2 * Double(index) / Double(count - 1) - 1), relative: 0)
        }
    }
}
