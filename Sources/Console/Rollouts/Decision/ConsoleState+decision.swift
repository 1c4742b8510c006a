import Domain
import Drawing

/// What people decide about rollouts from here.
extension ConsoleState {
    /// Why this cannot be decided now; nil when it can.
    func decisionIsOff(_ verb: RolloutCommand.Verb) -> String? {
        guard let rollout = rollouts.selected else { return "there is no rollout" }
        if let reason = controlIsOff { return reason }
        if verb == .note { return nil }
        if rollout.phase.isFinal { return "it is over" }
        if verb.isBound, rollouts.detail?.standing == nil { return "nothing was looked at yet" }
        let isHeld = if case .held = rollout.phase { true } else { false }
        switch verb {
        case .approve where rollout.phase != .waitingForApproval: return "nobody is asked yet"
        case .hold where isHeld: return "it is held already"
        case .resume where !isHeld: return "it is not held"
        case .approve, .promote, .promoteFully:
            guard rollout.plan.needsFourEyes, rollout.author == principal else { break }
            return "you started it, and four eyes are asked for: somebody else has to decide"
        default: break
        }
        return nil
    }

    /// Begins to decide: what will happen is shown first.
    mutating func decide(_ verb: RolloutCommand.Verb, reason: String?) -> [Effect] {
        guard let rollout = rollouts.selected else { return [] }
        overlay = .decision(
            Decision(verb, rollout.id, basis: rollouts.detail?.standing?.basis, reason: reason ?? ""))
        return []
    }

    /// What a decision would do now; nil when its rollout is not looked at any more.
    func outlook(_ decision: Decision) -> DecisionOutlook? {
        guard let rollout = rollouts.selected, rollout.id == decision.rollout else { return nil }
        return DecisionOutlook(
            decision.verb, rollouts.detail?.rollout ?? rollout, rollouts.detail?.standing, by: principal, at: now ?? end
        )
    }

    /// A key for the decision.
    mutating func press(_ key: Key, in decision: Decision) -> [Effect] {
        guard key != .escape, let outlook = outlook(decision) else {
            overlay = nil
            return []
        }
        var decision = decision
        switch key {
        case .enter:
            do throws(CommandFailure) {
                guard let command = try submit(&decision, outlook) else { break }
                overlay = nil
                return [pending.send(.rollout(decision.rollout, command))]
            } catch {
                decision.mistake = error.reason
            }
        case .tab, .shiftTab, .up, .down:
            decision.field = outlook.name != nil && decision.field == .reason ? .name : .reason
        default:
            guard decision.edit(key) else { return [] }
            decision.mistake = nil
        }
        overlay = .decision(decision)
        return []
    }

    /// Pasted text may say why; it never confirms.
    mutating func paste(_ text: String, into decision: Decision) {
        var decision = decision
        switch decision.field {
        case .reason: decision.reason.insert(text)
        case .name: decision.mistake = "type the name: pasted text does not confirm"
        }
        overlay = .decision(decision)
    }

    /// The command, once everything that it needs is there; nil when the next field is to be filled in.
    private func submit(
        _ decision: inout Decision, _ outlook: DecisionOutlook
    ) throws(CommandFailure) -> RolloutCommand? {
        if let reason = decisionIsOff(decision.verb) { throw CommandFailure(reason) }
        let written = decision.reason.text
        let isWritten = written.unicodeScalars.contains { !$0.properties.isWhitespace }
        guard let reason = isWritten ? written : outlook.usualReason else {
            decision.field = .reason
            throw CommandFailure("write why first")
        }
        guard reason.utf8.count <= RolloutCommand.longestReason else {
            throw CommandFailure("that is too long: \(Format.count(RolloutCommand.longestReason)) bytes at most")
        }
        let digest = decision.basis?.digest
        guard !decision.verb.isBound || digest != nil else {
            throw CommandFailure("the fresh look is not there yet")
        }
        if let name = outlook.name {
            if decision.field == .reason {
                (decision.field, decision.mistake) = (.name, nil)
                return nil
            }
            guard decision.name.text == name else { throw CommandFailure("type \(name) so that it happens") }
        }
        return RolloutCommand(
            decision.verb, reason: reason, basis: decision.verb.isBound ? digest : nil,
            override: outlook.missing.isEmpty ? nil : outlook.name)
    }
}
