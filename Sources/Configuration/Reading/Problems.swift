import Yams

/// Collects the mistakes of a file while it is read to its end.
struct Problems {
    private(set) var found: [ConfigurationProblem] = []

    mutating func add(_ message: String, at node: Node) {
        found.append(ConfigurationProblem(line: node.mark?.line, column: node.mark?.column, message: message))
    }
}
