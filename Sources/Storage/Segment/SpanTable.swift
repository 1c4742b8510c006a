/// Where the spans of a segment are read.
enum SpanTable: String {
    /// The rows as they were written; all there is in a segment before version 4.
    case span
    /// With what log records add to them.
    case wholeSpan = "whole_span"
}
