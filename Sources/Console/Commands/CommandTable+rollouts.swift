import Domain

extension CommandTable {
    static let rollouts: [Command] =
        [
            Command(
                name: "pane.rollouts", word: "rollouts", group: .rollouts, keys: [.character("5")],
                description: "the pane Rollouts: what waits for approval, gates with their evidence, decisions",
                run: { state, _ in
                    state.go(to: .rollouts)
                    state.rollouts.pin()
                    return []
                }),
            Command(
                name: "rollouts.samples", word: "samples", group: .rollouts, places: [.rollouts], keys: [.enter],
                description: "the calls of the canary since the step began, the worst first",
                disabledReason: { $0.rollouts.selected == nil ? "there is no rollout" : nil },
                run: { state, _ throws(CommandFailure) in try state.openSamples() }),
        ] + [
            decision(.approve, "approve", "A", "agree to leave the step"),
            decision(.promote, "promote", "P", "go to the next step now"),
            decision(.promoteFully, "promote-fully", nil, "go to the end now, past the steps in between"),
            decision(.hold, "hold", "H", "let nothing go on; traffic stays as it is"),
            decision(.resume, "resume", "U", "let what is held go on"),
            decision(.abort, "abort", "X", "end the rollout; the stable release serves everybody"),
            decision(.rollback, "rollback", "R", "take all traffic from the canary at once, because it is harmful"),
            decision(.note, "note", "N", "write something into the log"),
        ]

    private static func decision(
        _ verb: RolloutCommand.Verb, _ word: String, _ key: Unicode.Scalar?, _ description: String
    ) -> Command {
        Command(
            name: "rollouts.\(verb)", word: word, group: .rollouts, places: [.rollouts],
            keys: key.map { [.character($0)] } ?? [], description: description, danger: .changes,
            argument: .init(label: "REASON"), disabledReason: { $0.decisionIsOff(verb) },
            run: { state, text in state.decide(verb, reason: text) })
    }
}
