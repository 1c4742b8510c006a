import Domain

/// A rollout as it is kept: its events, and what its evidence was when it was kept last.
public struct RolloutRecord: Sendable {
    public var rollout: Rollout
    /// The bytes that the evidence was kept as; nil before the first time.
    public var evidence: [UInt8]?
}

/// An exposure that counts, with the probability with which it was drawn.
public struct ExposedUnit: Hashable, Sendable {
    /// The number of the exposure.
    public var number: Int64
    public var exposure: Exposure
    /// The probability with which it got this arm's label, 0 … 1.
    public var probability: Double
}
