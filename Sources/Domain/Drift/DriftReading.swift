/// What comparing one closed window with the reference found.
public struct DriftReading: Hashable, Sendable {
    /// The window; none of them overlap.
    public var window: TimeRange
    /// Values in the window.
    public var count: Int64
    /// How far the window is from the reference: the Jensen-Shannon distance (0 … 1) of numbers and categories, √MMD² of embeddings, the
    /// difference of the means of rates and pairs (positive is worse).
    public var effect: Double
    /// How likely so large a difference is by chance; nil for rates, which are watched record by record.
    public var p: Double?
    /// Whether the change is large enough to matter.
    public var isLarge: Bool
    /// Evidence as a share of what an alarm needs; 1 and more alarms when the change is large.
    public var evidence: Double
    public var state: DriftState

    /// A reading of the given parts.
    public init(
        window: TimeRange, count: Int64, effect: Double, p: Double?, isLarge: Bool, evidence: Double, state: DriftState
    ) {
        (self.window, self.count, self.effect, self.p) = (window, count, effect, p)
        (self.isLarge, self.evidence, self.state) = (isLarge, evidence, state)
    }
}
