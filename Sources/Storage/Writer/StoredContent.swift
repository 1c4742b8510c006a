/// Rows of a segment in which the contents of a span or log record stand.
struct StoredContent {
    var chunk: Int64
    var resource: Int64
    var scope: Int64
}
