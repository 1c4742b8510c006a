import Drawing

/// A line of a document as it is drawn.
struct DocumentLine: Sendable {
    /// Index of the part to which it belongs.
    var part: Int
    var text: StyledText
}
