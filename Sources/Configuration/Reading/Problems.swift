import Yams

/// Collects the mistakes of a file while it is read to its end.
struct Problems {
    private let file: String
    private(set) var found: [ConfigurationProblem] = []

    init(file: String) { self.file = file }

    mutating func add(_ message: String, at node: Node) {
        add(message, line: node.mark?.line, column: node.mark?.column)
    }

    mutating func add(_ message: String, line: Int?, column: Int?) {
        found.append(ConfigurationProblem(file: file, line: line, column: column, message: message))
    }
}
