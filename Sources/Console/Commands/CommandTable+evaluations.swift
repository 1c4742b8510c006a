extension CommandTable {
    static let evaluations: [Command] = [
        Command(
            name: "pane.evaluations", word: "evals", group: .evaluations, keys: [.character("6")],
            description: "the pane Evals: runs over golden sets, what they cost and what scorers said",
            run: { state, _ in
                state.go(to: .evaluations)
                return []
            }),
        Command(
            name: "evaluations.compare", word: "diff", group: .evaluations, places: [.evaluations],
            keys: [.character("d"), .enter],
            description: "compare the version of the run with the other one that was tried on the same set",
            footerWord: "compare",
            disabledReason: {
                $0.evaluations.pair == nil ? "no other version was tried on the same golden set" : nil
            },
            run: { state, _ in
                if let pair = state.evaluations.pair { state.openComparison(pair.name, pair.old, pair.new) }
                return []
            }),
    ]
}
