/// How far an export has come: everything up to a row of a segment. Rows never move, and later ones only come behind it.
public struct ExportPlace: Hashable, Sendable {
    /// The file name of the segment.
    public var segment: String
    public var row: Int64

    /// The place of a row.
    public init(segment: String, row: Int64) { (self.segment, self.row) = (segment, row) }
}
