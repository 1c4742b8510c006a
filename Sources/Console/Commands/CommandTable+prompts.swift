import Domain

extension CommandTable {
    static let prompts: [Command] = [
        Command(
            name: "pane.prompts", word: "prompts", group: .prompts, keys: [.character("4")],
            description: "the pane Prompts: versions, labels, reviews, and what they do to calls",
            run: { state, _ in
                state.go(to: .prompts)
                return []
            }),
        Command(
            name: "prompts.compare", word: "diff", group: .prompts, places: [.prompts],
            keys: [.character("d"), .enter],
            description: "compare the marked versions, or the selected one with the one in production",
            footerWord: "compare",
            argument: .init(label: "OLD NEW"),
            disabledReason: { $0.prompts.selected == nil ? "there is no prompt" : nil },
            run: { state, text throws(CommandFailure) in try state.comparePrompts(text) }),
        Command(
            name: "prompts.mark", word: "mark", group: .prompts, places: [.prompts], keys: [.character("m")],
            description: "mark the selected version for a comparison, or take the mark away",
            disabledReason: { $0.prompts.selectedVersion == nil ? "no version is selected" : nil },
            run: { state, _ in
                state.prompts.focus = .versions
                state.prompts.toggleMark()
                return []
            }),
    ]
}

extension ConsoleState {
    /// Opens the comparison of two versions of the selected prompt.
    fileprivate mutating func comparePrompts(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let history = prompts.selected else { return [] }
        if let text {
            let numbers = text.split(separator: " ").map { word in
                PromptReference("\(history.name)@\(word)").flatMap { history.version($0.choice)?.number }
            }
            guard numbers.count == 2, let old = numbers[0], let new = numbers[1], old != new else {
                throw CommandFailure("name two versions or labels of \(history.name), such as: diff 6 7", at: 0)
            }
            openComparison(history.name, old, new)
        } else if let pair = prompts.pair {
            openComparison(pair.name, pair.old, pair.new)
        } else {
            throw CommandFailure("there is only one version: push another, or mark two with m")
        }
        return []
    }
}
