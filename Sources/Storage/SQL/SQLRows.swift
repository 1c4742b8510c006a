import Domain

/// The answer to a query in SQL.
public struct SQLRows: Sendable {
    public var columns: [String]
    /// One value for each column; blobs in hexadecimal.
    public var rows: [[JSON]]
}
