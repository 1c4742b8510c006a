import Drawing

extension ConsoleState {
    /// A key for the line that is typed.
    mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
        var prompt = prompt
        switch key {
        case .escape:
            overlay = nil
            return []
        case .enter:
            return submit(prompt)
        case .tab where prompt.purpose == .command:
            prompt.input = .init(CommandLine.completed(prompt.input.text, in: self))
        case .tab, .shiftTab:
            prompt.complete(vocabulary.words, step: key == .tab ? 1 : -1)
        case .up where prompt.purpose == .filter, .down where prompt.purpose == .filter:
            prompt.recall(key == .up ? 1 : -1, from: filterHistory)
            prompt.cycle = nil
        case .backspace where prompt.input.isEmpty:
            overlay = nil
            return []
        default:
            guard prompt.input.edit(key) else { return [] }
            (prompt.cycle, prompt.recalled) = (nil, nil)
        }
        prompt.check()
        overlay = .prompt(prompt)
        return []
    }

    private mutating func submit(_ prompt: Prompt) -> [Effect] {
        overlay = nil
        do {
            let text = prompt.text
            switch prompt.purpose {
            case .command: return try CommandLine.run(text, on: &self)
            case .filter:
                let effects = try place == .requests ? setRequestsFilter(text) : setFilter(text)
                remember(filter: text)
                return effects
            case .time: return try setTime(text)
            case .search: return search(text)
            case .words:
                filterAlerts(text)
                return []
            }
        } catch {
            var open = prompt
            open.mistake = (error.reason, error.offset)
            overlay = .prompt(open)
            return []
        }
    }

    private static let filterMemory = 50

    private mutating func remember(filter text: String) {
        guard text.unicodeScalars.contains(where: { $0 != " " }) else { return }
        filterHistory.removeAll { $0 == text }
        if filterHistory.count >= Self.filterMemory { filterHistory.removeFirst() }
        filterHistory.append(text)
    }
}
