import Domain

/// An exposure, and its place among all.
public struct NumberedExposure: Hashable, Sendable {
    /// From 1; larger ones were decided later.
    public let number: Int64
    public let exposure: Exposure
}
