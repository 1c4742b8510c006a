/// All commands, in the order in which help lists them.
enum CommandTable {
    static let commands =
        overview + requests + request + health + alerts + incident + prompts + comparison + behaviour + rollouts
        + evaluations
        + audit + time + scope + console + move

    /// The command of this name.
    static func command(_ name: String) -> Command? { byName[name] }

    /// The command with this word, or this name, on the `:` line in `place`.
    static func command(_ word: String, in place: Place) -> Command? {
        byName[word] ?? commands.first { $0.word == word && $0.belongs(to: place) }
    }

    /// The commands that the footer names if they can be done, the most important first. Help comes last: where not all fit, it
    /// is what leads to the others.
    static let footer = footerNames.compactMap(command)

    /// The names of those commands.
    static let footerNames = [
        "request.failure", "request.fold", "request.view", "request.nextMatch", "request.search", "request.good",
        "request.bad", "request.correct", "session.turns", "request.foldAll", "session.next", "request.copy",
        "request.note", "request.export",
        "prompts.compare", "prompts.mark", "comparison.behaviour", "comparison.review", "comparison.nextChange",
        "comparison.form", "comparison.words", "comparison.fold", "behaviour.tag", "behaviour.down", "behaviour.form",
        "rollouts.approve", "rollouts.resume", "rollouts.promote", "rollouts.hold", "rollouts.abort",
        "rollouts.rollback",
        "rollouts.note", "rollouts.samples",
        "evaluations.compare", "audit.verify",
        "alerts.incident", "incident.open", "incident.split", "alerts.acknowledge", "alerts.silence", "alerts.note",
        "alerts.endSilence", "incident.handover", "incident.export",
        "overview.open", "alerts.preview", "alerts.waiting", "health.open", "alerts.filter", "alerts.sort",
        "alerts.copy",
        "overview.filter", "overview.group", "requests.open", "requests.filter",
        "requests.worst",
        "requests.sort", "range.choose", "time.at", "time.pause",
        "console.command",
        "overview.narrow", "overview.sort", "overview.copy", "requests.columns", "requests.copy", "scope.environment",
        "scope.service", "panel.next",
        "panel.zoom",
        "console.theme", "console.quit", "console.help",
    ]

    private static let byName = Dictionary(
        commands.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
