import Domain
import Drawing

/// Whether the new version may take the place of the old one, as far as anybody knows: what a reader sees first.
public struct ShippingAdvice: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
        /// Shown to be no worse.
        case ship
        /// Answers or failures are shown to be worse.
        case doNotShip
        /// Answers are no worse, and something that costs money or time is: people decide.
        case weigh
        /// More has to be known.
        case undecided
        /// Nothing is known.
        case untried
    }

    public let answer: Answer
    /// The version that is judged.
    public let version: String
    /// Why, in words.
    public let reason: String

    /// What follows from the effects and from the runs.
    public init(effects: [Effect], runs: RunComparison?, version: String) {
        self.version = version
        let worse = effects.filter { $0.verdict == .worse }
        let better = effects.filter { $0.verdict == .better }
        let harm = worse.filter(\.metric.isOfAnswers)
        func list(_ effects: [Effect]) -> String {
            // Of what was measured twice the first counts: offline.
            var seen: Set<String> = []
            let once = effects.filter { seen.insert($0.label).inserted }
            return once.prefix(3).map(\.shortText).joined(separator: ", ")
        }
        let gains = better.isEmpty ? "" : "; better: " + list(better)
        let margin = runs?.scorers.first { $0.scorer == runs?.leading }
        if !harm.isEmpty || runs?.verdict == .worse {
            answer = .doNotShip
            reason = (harm.isEmpty ? "worse over the golden set" : "worse: " + list(harm)) + gains
        } else if runs?.verdict == .noWorse {
            let tried =
                "no worse on \(margin?.count ?? runs?.items.count ?? 0) golden items"
                + (margin.map { " (margin \(Format.decimal($0.margin, decimals: 2)))" } ?? "")
            answer = worse.isEmpty ? .ship : .weigh
            reason = tried + (worse.isEmpty ? "" : "; worse: " + list(worse)) + gains
        } else if !worse.isEmpty {
            answer = .weigh
            reason = "worse: " + list(worse) + gains + "; answers: undecided"
        } else if effects.isEmpty, runs == nil {
            answer = .untried
            reason = "no run over a golden set, no traffic of both: headframe eval run"
        } else {
            answer = .undecided
            let needed = margin?.itemsNeeded.map { "about \($0) golden items are needed" }
            reason = (needed ?? (runs == nil ? "not tried on a golden set" : "the intervals are too wide")) + gains
        }
    }

    /// The answer in words, such as `DO NOT SHIP 7`.
    public var headline: StyledText {
        switch answer {
        case .ship: StyledText("✓ SHIP \(version)", Style(.statusOk, .bold))
        case .doNotShip: StyledText("✖ DO NOT SHIP \(version)", Style(.statusCritical, .bold))
        case .weigh: StyledText("◆ WEIGH \(version)", Style(.statusWarning, .bold))
        case .undecided: StyledText("◐ UNDECIDED", Style(.statusUnknown, .bold))
        case .untried: StyledText("· NOT TRIED", Style(.statusUnknown, .bold))
        }
    }

    /// The answer and why.
    public var text: StyledText { headline + StyledText("  " + reason) }
}

extension Effect.Metric {
    /// Whether it says how good answers are, rather than what they cost.
    var isOfAnswers: Bool {
        switch self {
        case .score, .errorRate: true
        case .duration, .timeToFirstToken, .inputTokens, .outputTokens, .cost: false
        }
    }
}
