import Domain
import Drawing

/// What stands where a list is empty: that all is well, or how to begin.
struct AlertsLesson {
    private var lines: [StyledText] = []

    init(_ state: ConsoleState) {
        guard let board = state.alerts.view?.board else {
            lines = Self.beginning
            return
        }
        guard state.alerts.filter.isEmpty else {
            lines = [
                StyledText("nothing matches ") + StyledText(state.alerts.filter.text, .match),
                StyledText(state.keyLabel("console.back"), .key) + StyledText(" shows all again", .textMuted),
            ]
            return
        }
        switch state.alerts.panel {
        case .alerts where board.rules.isEmpty: lines = Self.beginning
        case .alerts: lines = Self.calm(board, state)
        case .rules: lines = Self.beginning
        case .budgets:
            lines =
                ["No budget yet. In config.yaml:", ""]
                + Self.code(
                    [
                        "alerts:", "  budgets:",
                        "    - {name: chat, amount: $2000, by: [service], warn: 80%, page: 100%}",
                    ])
        case .silences:
            lines = [
                "Nothing is silenced.", "",
                StyledText(state.keyLabel("alerts.silence"), .key)
                    + StyledText(" on an alert silences it, its rule or its release for a while", .textMuted),
            ]
        case .receivers:
            lines =
                ["Nobody is told: alerts are seen here only. In config.yaml:", ""]
                + Self.code(
                    ["alerts:", "  receivers:", "    - {name: oncall, slack: {url_file: /etc/headframe/slack-url}}"])
        }
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let wrapped = lines.flatMap { $0.wrapped(width: max(1, rect.width), glyphs: canvas.glyphs) }
        for (row, line) in wrapped.prefix(rect.height).enumerated() { canvas.write(line, in: rect, row: row) }
    }

    private static func code(_ lines: [String]) -> [StyledText] { lines.map { StyledText("  \($0)", .textStrong) } }

    private static let beginning: [StyledText] =
        [StyledText("No rule is looked at yet", .title), "Three lines of config.yaml make one:", ""]
        + code([
            "alerts:", "  rules:",
            "    - {name: slow answers, measure: latency p95, over: 5m, page: \"> 4s\"}",
        ]) + [
            "",
            StyledText("headframed check", .key) + StyledText(" says what is wrong with it, ", .textMuted)
                + StyledText("headframe alerts preview", .key)
                + StyledText(" when it would have fired.", .textMuted),
        ]

    private static func calm(_ board: AlertBoard, _ state: ConsoleState) -> [StyledText] {
        guard let view = state.alerts.view, AlertsBadge.unseen(state, view) == nil else {
            return [StyledText("? nothing is known", .statusWarning)]
        }
        let count = "\(board.rules.count) \(board.rules.count == 1 ? "rule" : "rules")"
        var lines = [StyledText("✓ nothing is wrong", .statusOk) + StyledText("  by \(count)", .textMuted), ""]
        let troubled = board.rules.count { $0.trouble != nil }
        if troubled > 0 {
            lines[0] = StyledText("▲ \(troubled) of \(count) could not be looked at", .statusWarning)
        }
        lines.append(
            StyledText(state.keyLabel("panel.next"), .key)
                + StyledText(" shows the rules, with what they found last", .textMuted))
        return lines
    }
}
