import Domain

/// What is looked at of prompts, and the last answer.
struct PromptsState: Sendable {
    /// What keys act on.
    enum Panel: Hashable, Sendable { case prompts, versions }

    var asking = Asking<PromptsQuestion>()
    private(set) var answer: PromptsAnswer?
    var focus = Panel.prompts
    /// The prompt that is selected, by name.
    private var chosen: String?
    /// The version that is selected of each prompt, by name.
    private var versions: [String: Int] = [:]
    /// Versions of the selected prompt that were marked for a comparison: two at most.
    private(set) var marked: [Int] = []

    mutating func show(_ answer: PromptsAnswer) { self.answer = answer }

    /// Index of the selected prompt; nil when there is none.
    var selectedIndex: Int? {
        guard let histories = answer?.histories, !histories.isEmpty else { return nil }
        return chosen.flatMap { name in histories.firstIndex { $0.name == name } } ?? 0
    }

    var selected: PromptHistory? { selectedIndex.flatMap { answer?.histories[$0] } }

    /// The versions of the selected prompt, the newest first.
    var shownVersions: [PromptVersionSummary] { selected?.versions.reversed() ?? [] }

    /// Index of the selected version among those shown.
    var selectedVersionIndex: Int? {
        guard let selected, !selected.versions.isEmpty else { return nil }
        let number = versions[selected.name]
        return number.flatMap { number in shownVersions.firstIndex { $0.number == number } } ?? 0
    }

    var selectedVersion: PromptVersionSummary? { selectedVersionIndex.map { shownVersions[$0] } }

    mutating func move(by rows: Int) {
        switch focus {
        case .prompts:
            guard let index = selectedIndex, let histories = answer?.histories else { return }
            let next = histories[min(max(0, index + rows), histories.count - 1)].name
            if next != selected?.name { marked = [] }
            chosen = next
        case .versions:
            guard let index = selectedVersionIndex, let name = selected?.name else { return }
            versions[name] = shownVersions[min(max(0, index + rows), shownVersions.count - 1)].number
        }
    }

    /// Marks the selected version, or takes its mark away; of three marks the oldest goes.
    mutating func toggleMark() {
        guard let number = selectedVersion?.number else { return }
        if let index = marked.firstIndex(of: number) {
            marked.remove(at: index)
        } else {
            marked = (marked + [number]).suffix(2)
        }
    }

    /// The versions to compare: those marked; else the selected one with what it would replace, which is the version in production or, for
    /// that one itself, the one before.
    var pair: (name: String, old: Int, new: Int)? {
        guard let selected else { return nil }
        let numbers = selected.versions.map(\.number)
        if marked.count == 2 { return (selected.name, marked.min() ?? 0, marked.max() ?? 0) }
        let new = focus == .versions ? selectedVersion?.number : selected.versions.last?.number
        guard let new else { return nil }
        let production = selected.version(.label("production"))?.number
        let other = marked.first ?? production
        guard let old = other.flatMap({ $0 == new ? nil : $0 }) ?? numbers.last(where: { $0 < new }) else { return nil }
        return (selected.name, min(old, new), max(old, new))
    }
}
