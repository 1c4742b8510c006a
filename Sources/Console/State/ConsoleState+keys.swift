import Drawing

extension ConsoleState {
    /// A key: the overlay's, if there is one, else the command's to which it is bound.
    mutating func press(_ key: Key) -> [Effect] {
        if let overlay { return press(key == .control("c") ? .escape : key, in: overlay) }
        guard let command = keyMap.command(for: key, in: place) else { return [] }
        return run(command, nil)
    }

    /// Runs a command, or tells why it cannot be done now.
    mutating func run(_ command: Command, _ argument: String?) -> [Effect] {
        if let reason = command.disabledReason(self) {
            // Esc with nothing to leave is a habit, not a question.
            if command.name != "console.back" { tell(.failed, "\(command.word): \(reason)") }
            return []
        }
        do {
            notice = nil
            return try command.run(&self, argument)
        } catch {
            tell(.failed, error.reason)
            return []
        }
    }

    /// Pasted text goes into the field that is being typed in.
    mutating func paste(_ text: String) {
        switch overlay {
        case .prompt(var prompt):
            prompt.input.insert(text)
            (prompt.cycle, prompt.recalled) = (nil, nil)
            prompt.check()
            overlay = .prompt(prompt)
        case .picker(var picker) where picker.search != nil:
            picker.search?.insert(text)
            overlay = .picker(picker)
        case .editor(var editor):
            editor.text.insert(text)
            editor.mistake = nil
            overlay = .editor(editor)
        case .decision(let decision): paste(text, into: decision)
        case .help(var help) where help.search != nil:
            help.search?.insert(text)
            overlay = .help(help)
        default: break
        }
    }

    private mutating func press(_ key: Key, in overlay: Overlay) -> [Effect] {
        switch overlay {
        case .prompt(let prompt): press(key, in: prompt)
        case .picker(let picker): press(key, in: picker)
        case .help(let help): press(key, in: help)
        case .editor(let editor): press(key, in: editor)
        case .decision(let decision): press(key, in: decision)
        }
    }

    // MARK: A list to choose from

    private mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
        var picker = picker
        var effects: [Effect] = []
        if key == .enter {
            overlay = nil
            guard let choice = picker.choice, let command = CommandTable.command(picker.command) else { return [] }
            return run(command, choice.value)
        }
        if key == .escape {
            if picker.search != nil {
                picker.search = nil
            } else {
                overlay = nil
                guard let theme = picker.previousTheme, theme != self.theme else { return [] }
                self.theme = theme
                return [.setTheme(theme)]
            }
        } else if picker.search != nil, picker.search?.edit(key) == true {
            picker.selected = 0
        } else if let movement = movement(for: key) {
            picker.move(by: movement.rows(page: max(2, size.height - 8)))
        } else if key == .character("/") {
            picker.search = .init()
        } else if key == .character("q") {
            return press(.escape, in: picker)
        }
        overlay = .picker(picker)
        // A theme is shown as soon as it is selected.
        if picker.previousTheme != nil, let choice = picker.choice, choice.value != theme {
            theme = choice.value
            effects.append(.setTheme(choice.value))
        }
        return effects
    }

    private mutating func press(_ key: Key, in help: Help) -> [Effect] {
        var help = help
        if key == .enter {
            overlay = nil
            let matches = help.matches
            guard matches.indices.contains(help.selected) else { return [] }
            return run(matches[help.selected], nil)
        }
        if key == .escape {
            guard help.search != nil else {
                overlay = nil
                return []
            }
            help.search = nil
        } else if help.search != nil, help.search?.edit(key) == true {
            help.selected = 0
        } else if let movement = movement(for: key) {
            help.move(by: movement.rows(page: max(2, size.height - 4)))
        } else if key == .character("/") {
            help.search = .init()
        } else if key == .character("q") || key == .character("?") {
            overlay = nil
            return []
        }
        overlay = .help(help)
        return []
    }

    /// The movement that the key means, wherever there is something to move in.
    private func movement(for key: Key) -> Movement? {
        switch keyMap.command(for: key, in: place)?.name {
        case "move.down": .rows(1)
        case "move.up": .rows(-1)
        case "move.pageDown": .pages(1)
        case "move.pageUp": .pages(-1)
        case "move.first": .first
        case "move.last": .last
        default: nil
        }
    }
}
