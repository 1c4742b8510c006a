import Domain

/// What is kept of alerts from one look at the rules to the next, and over restarts.
public struct AlertRecords: Hashable, Sendable {
    /// What alerts have in common.
    public var common: JSON
    /// The record of each alert.
    public var alerts: [JSON]
}
