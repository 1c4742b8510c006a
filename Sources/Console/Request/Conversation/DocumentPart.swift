import Drawing

/// A piece of what is read: a message's text, a tool call, a document, an attribute.
struct DocumentPart: Sendable {
    /// A name that stays the same when the document is made anew.
    var id: String
    /// A line above it; empty is none.
    var title = StyledText()
    /// What it says, of any length; sanitised where it is drawn.
    var text: StyledText
    /// What is copied.
    var copy: String
    /// Cells by which the text stands to the right.
    var indent = 2
    /// The lines that are shown when it is long and folded; nil never folds.
    var preview: Int? = 10
    /// Whether a blank line stands before it.
    var startsParagraph = false
}
