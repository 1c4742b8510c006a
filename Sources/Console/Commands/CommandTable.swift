/// All commands, in the order in which help lists them.
enum CommandTable {
    static let commands = overview + time + scope + console + move

    /// The command of this name, or with this word on the `:` line.
    static func command(_ name: String) -> Command? { byName[name] }

    /// The commands that the footer names if they can be done, the most important first. Help comes last: where not all fit, it
    /// is what leads to the others.
    static let footer = [
        "overview.narrow", "overview.filter", "overview.group", "range.choose", "time.at", "time.pause",
        "console.command",
        "overview.sort", "overview.copy", "scope.environment", "scope.service", "panel.next", "panel.zoom",
        "console.theme", "console.quit", "console.help",
    ].compactMap(command)

    private static let byName = Dictionary(
        commands.flatMap { [($0.name, $0), ($0.word, $0)] }, uniquingKeysWith: { first, _ in first })
}
