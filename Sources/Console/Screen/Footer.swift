import Drawing

extension ConsoleState {
    /// The keys that work here and now on the left, how fresh the data are on the right.
    func drawFooter(in rect: Rect, on canvas: inout Canvas) {
        let inside = rect.splitLeft(1).rest
        let freshness = Freshness(self)
        let text = freshness.text(summary: summary, reference: now ?? end)
        let width = text.width(in: glyphs)
        // In a narrow window the keys come first while everything is well; what is wrong stands in the pane's first line.
        let showsFreshness = size.widthClass != .narrow
        let room = showsFreshness ? inside.width - width - 4 : inside.width
        canvas.write(KeyHints(hints).text(width: room, glyphs: glyphs), in: inside)
        if showsFreshness { canvas.write(text, in: rect.inset(horizontal: 1, vertical: 0), alignment: .right) }
    }

    private var hints: [KeyHints.Hint] {
        switch overlay {
        case .picker(let picker):
            [.init("Enter", "choose"), .init("/", "search"), .init("Esc", picker.search == nil ? "cancel" : "all")]
        case .editor: [.init("Ctrl-S", "send"), .init("Esc", "leave and keep")]
        case .decision: [.init("Enter", "go on"), .init("Tab", "next field"), .init("Esc", "leave it")]
        case .help: [.init("Enter", "run"), .init("/", "search"), .init("Esc", "close")]
        case .prompt(let prompt):
            [.init("Enter", "apply"), .init("Esc", "cancel")]
                + ([.command, .filter].contains(prompt.purpose) ? [.init("Tab", "complete")] : [])
        case nil:
            CommandTable.footer.compactMap { command in
                guard let key = keyMap.keys(of: command).first, command.belongs(to: place),
                    command.disabledReason(self) == nil
                else { return nil }
                return .init(key.label, command.name == "time.pause" && time.mode != .live ? "live" : command.hint)
            }
        }
    }
}
