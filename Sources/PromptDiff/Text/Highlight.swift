/// Bytes of one side that are not the same on the other.
struct Highlight: Hashable, Sendable {
    let range: Range<Int>
    let kind: TextRun.Kind
}
