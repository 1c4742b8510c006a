import Domain
import Drawing
import Glibc

extension RolloutStanding {
    /// The required gate with the most evidence of harm; nil while there is none.
    public var leader: GateStanding? {
        gates.filter { $0.isRequired && $0.harmPeak > 0 }.max { $0.harmPeak < $1.harmPeak }
    }

    /// What it takes for the canary to lose its traffic by itself, and how far that is. The largest evidence so far counts: once it was
    /// reached, nothing takes it back.
    public func evidenceText(_ rollout: Rollout) -> StyledText {
        let isOver = rollout.phase.isFinal
        var text = StyledText(
            isOver ? "The limit of the evidence was " : "Rolls back by itself when the evidence reaches ")
        text.append(Odds.text(harmLimit), Style(.textStrong))
        text.append(isOver ? ". It reached " : ". So far ")
        let role: Role =
            harmPeak >= harmLimit ? .statusCritical : harmPeak >= harmLimit / 2 ? .statusWarning : .textStrong
        text.append(Odds.text(harmPeak), Style(role))
        if let leader {
            let label = rollout.plan.gates.first { $0.name == leader.gate }?.label ?? leader.gate
            text.append(", led by ")
            text.append(label, Style(.textStrong))
            text.append(" (\(Odds.text(leader.harmPeak)))")
        }
        text.append(".")
        if !isOver { text.append(" Looking more often changes nothing.", Style.muted) }
        return text
    }

    /// Whether units reach the arms in the shares that were meant.
    public var splitText: StyledText {
        guard seenShare != nil else { return StyledText("– no units yet", .textMuted) }
        if sampleRatio >= log(1000) { return StyledText("✖ NOT HONOURED", .statusCritical) }
        if mismatches > 0 { return StyledText("▲ \(Format.count(mismatches)) swapped", .statusWarning) }
        return StyledText("✓ as planned", .statusOk)
    }
}
