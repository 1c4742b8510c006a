import Drawing

extension KeyMap {
    /// The commands with their keys as the table of the README.
    public var markdown: String {
        var lines = ["| where | key | `:` | what it does |", "|---|---|---|---|"]
        for group in Command.Group.allCases {
            for command in CommandTable.commands where command.group == group {
                let keys = keys(of: command).map { "`\($0.label == "|" ? "\\|" : $0.label)`" }.joined(separator: " ")
                let argument = command.argument.map { " \($0.label)" } ?? ""
                lines.append("| \(group.rawValue) | \(keys) | `\(command.word)\(argument)` | \(command.description) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
