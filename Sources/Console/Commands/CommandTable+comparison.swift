import Comparison

extension CommandTable {
    static let comparison: [Command] = [
        look("nextChange", "next-change", [.character("n")], "go to the next change", footer: "next") {
            $0.goToChange(1)
        },
        look("previousChange", "previous-change", [.character("N")], "go to the change before") { $0.goToChange(-1) },
        look("form", "unified", [.character("u")], "old above new, or beside each other") { state in
            let isNarrow = state.size.widthClass == .narrow
            state.changeComparison { $0.form = $0.form(isNarrow: isNarrow) == .unified ? .sideBySide : .unified }
        },
        look(
            "words", "words", [.character("w")], "set apart the words that differ, or only the lines",
            footer: "words/lines"
        ) {
            state in
            state.changeComparison { $0.showsWords.toggle() }
        },
        look("fold", "fold", [.character("z")], "show what is equal, or fold it again") { state in
            state.changeComparison { $0.isFolded.toggle() }
        },
        Command(
            name: "comparison.review", word: "review", group: .comparison, places: [.comparison],
            keys: [.character("r")], description: "approve the newer version, or ask for changes of it",
            danger: .changes,
            argument: .init(
                label: "approve|changes COMMENT", candidates: { _ in ConsoleState.verdictWords.map(\.word) }),
            disabledReason: { $0.reviewIsOff },
            run: { state, text throws(CommandFailure) in try state.reviewVersion(text) }),
        Command(
            name: "comparison.behaviour", word: "behaviour", group: .comparison, places: [.comparison],
            keys: [.character("b")], description: "golden questions with both answers, the largest loss first",
            disabledReason: {
                $0.comparison?.answer?.comparison.runs == nil
                    ? "no golden set was answered by both versions: headframe eval run" : nil
            },
            run: { state, _ in
                state.go(to: .behaviour)
                return []
            }),
    ]

    private static func look(
        _ name: String, _ word: String, _ keys: [Key], _ description: String, footer: String? = nil,
        _ action: @escaping @Sendable (inout ConsoleState) -> Void
    ) -> Command {
        Command(
            name: "comparison.\(name)", word: word, group: .comparison, places: [.comparison], keys: keys,
            description: description, footerWord: footer,
            disabledReason: { $0.comparison?.answer == nil ? "there is nothing to compare yet" : nil },
            run: { state, _ in
                action(&state)
                return []
            })
    }
}
