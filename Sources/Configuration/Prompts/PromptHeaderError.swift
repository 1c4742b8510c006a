import Yams

/// What is wrong in the header of a prompt file, and where.
struct PromptHeaderError: Error {
    /// What stands behind the name of the key, such as "must be a text".
    let message: String
    /// From 1; nil where the file cannot say.
    let line: Int?
    let column: Int?

    /// A mistake at a node.
    init(_ message: String, at node: Node) {
        (self.message, line, column) = (message, node.mark?.line, node.mark?.column)
    }
}
