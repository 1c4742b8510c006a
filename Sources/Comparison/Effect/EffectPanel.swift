import Domain
import Drawing

/// The forest of intervals: what the new version does to each number, offline and live.
public struct EffectPanel: Sendable {
    private let comparison: PromptComparison

    /// The effects of a comparison.
    public init(_ comparison: PromptComparison) { self.comparison = comparison }

    /// Rows that it takes.
    public var height: Int { comparison.effects.isEmpty ? 1 : comparison.effects.count + 1 }

    /// Where the numbers come from, such as `golden support-200: 200 pairs, 31 lost, 12 won · live, observational: 41 203 / 2 190 calls`.
    public var sources: StyledText {
        var parts: [StyledText] = []
        if let runs = comparison.runs {
            let counts = runs.counts
            parts.append(
                StyledText(
                    "golden \(runs.candidate.plan.goldenSet.name): \(runs.items.count) pairs, \(counts.losses) lost, "
                        + "\(counts.wins) won", .textMuted))
        }
        let live = comparison.effects.filter { $0.source == .observational }
        if let most = live.max(by: { $0.countA &+ $0.countB < $1.countA &+ $1.countB }) {
            let counts = [most.countA, most.countB].map { Format.grouped(Int(clamping: $0)) }.joined(separator: " / ")
            parts.append(StyledText("live, observational: \(counts) calls", .textMuted))
        }
        return .joined(parts, separator: StyledText(" · ", .textMuted))
    }

    /// Draws titles and rows; those that say most come first where not all fit.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard !comparison.effects.isEmpty else {
            canvas.write(
                "nothing was measured yet: headframe eval run, or traffic of both versions", in: rect, column: 1,
                style: .muted)
            return
        }
        let room = max(0, rect.height - 1)
        let all = comparison.effects
        // Where not all fit, what is decided is shown before what is not.
        let ranked =
            all.count <= room
            ? all
            : all.filter { $0.verdict == .worse } + all.filter { $0.verdict == .better }
                + all.filter { $0.verdict == .undecided }
        let shown = Array(ranked.prefix(room))
        let hasBothSources = Set(all.map(\.source)).count > 1
        let forest = Forest(
            [
                Forest.Column("EFFECT", alignment: .left), Forest.Column(comparison.old.name),
                Forest.Column(comparison.new.name), Forest.Column("CHANGE", priority: 2),
                Forest.Column("95 % interval", priority: 1), Forest.Column("n", priority: 0),
            ], rows: shown.map { row($0, namesSource: hasBothSources) })
        forest.draw(in: rect, on: &canvas)
    }

    private func row(_ effect: Effect, namesSource: Bool) -> Forest.Row {
        let role: Role =
            switch effect.verdict {
            case .better: .statusOk
            case .worse: .statusCritical
            case .undecided: .statusUnknown
            }
        let ends = effect.interval.map { [effect.gain($0.lowerBound), effect.gain($0.upperBound)].sorted() }
        let live = namesSource && effect.source == .observational
        return Forest.Row(
            [
                StyledText(String(effect.label.prefix(24))) + StyledText(live ? " live" : "", .textMuted),
                StyledText(effect.text(of: effect.a)), StyledText(effect.text(of: effect.b)),
                StyledText(effect.text(ofChange: effect.change), role), StyledText(effect.intervalText, role),
                StyledText(effect.countText, .textMuted),
            ], estimate: effect.change.map(effect.gain), interval: ends.map { $0[0]...$0[1] },
            verdict: StyledText(effect.verdict.rawValue, role), role: role)
    }
}
