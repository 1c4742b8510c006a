import Drawing

extension ConsoleState {
    /// The mouse selects a prompt or a version.
    mutating func pressInPrompts(x: Int, y: Int) {
        guard let answer = prompts.answer, let history = prompts.selected else { return }
        let layout = promptsLayout
        if layout.prompts.contains(x: x, y: y) {
            prompts.focus = .prompts
            if case .row(let index)? = promptsTable(answer).hit(
                x: x, y: y, in: layout.inside(layout.prompts), glyphs: glyphs)
            {
                prompts.move(by: index - (prompts.selectedIndex ?? 0))
            }
        } else if layout.versions.contains(x: x, y: y) {
            prompts.focus = .versions
            if case .row(let index)? = versionsTable(history, answer)
                .hit(x: x, y: y, in: layout.inside(layout.versions), glyphs: glyphs)
            {
                prompts.move(by: index - (prompts.selectedVersionIndex ?? 0))
            }
        }
    }
}
