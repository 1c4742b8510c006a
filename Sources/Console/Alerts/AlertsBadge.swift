import Domain
import Drawing

/// What waits, for the header of every pane: what a tired person reads at once.
struct AlertsBadge: Hashable {
    private let pages: Int
    private let warnings: Int
    /// For how long no rule was looked at, while somebody should have; nil when that is well.
    private let unseen: Nanoseconds?

    /// After so long without a look at the rules nothing is known.
    private static let patience = Nanoseconds.seconds(60)

    /// Nil when there is nothing to say.
    init?(_ state: ConsoleState) {
        guard let view = state.alerts.view else { return nil }
        (pages, warnings) = (view.count(.page), view.count(.warn))
        unseen = Self.unseen(state, view)
        if pages + warnings == 0, unseen == nil { return nil }
    }

    /// `▲ 1 page · 2 warn`; in a narrow window what is worst, `▲ 1 page`. What is not known is never calm: `? alerts`.
    func text(isWide: Bool) -> StyledText {
        let counts = [(pages, AlertSeverity.page), (warnings, .warn)].filter { $0.0 > 0 }
            .map { count, severity in (text: "\(Format.count(count)) \(severity.rawValue)", role: severity.role) }
        let shown = isWide ? counts : Array(counts.prefix(1))
        let words = StyledText.joined(shown.map { StyledText($0.text, $0.role) }, separator: StyledText(" · ", .header))
        guard let unseen else { return StyledText("▲ ", shown.first?.role ?? .text) + words }
        let known = words.isEmpty ? StyledText("alerts", .statusWarning) : words
        let why = isWide ? StyledText(" not looked at for \(Format.age(seconds: unseen.seconds))", .statusWarning) : ""
        return StyledText("? ", .statusWarning) + known + why
    }

    /// For how long a collector that runs has not looked at its rules, once that is long; nil while looking back, and when no collector
    /// runs, which is told elsewhere.
    static func unseen(_ state: ConsoleState, _ view: AlertsView) -> Nanoseconds? {
        guard state.time.mode == .live, let now = state.now, let collector = state.summary?.collector,
            !view.board.rules.isEmpty
        else { return nil }
        switch Freshness(state) {
        case .fresh, .troubled: break
        case .unknown, .still, .outdated, .stopped, .unreadable: return nil
        }
        let age = now.since(max(view.board.evaluated ?? collector.started, collector.started))
        return age > patience ? age : nil
    }
}
