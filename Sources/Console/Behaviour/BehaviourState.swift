import Domain

/// What is looked at of golden questions with both answers.
struct BehaviourState: Sendable {
    var runs: RunComparison? {
        didSet { if let tag, runs?.tags.contains(tag) != true { self.tag = nil } }
    }
    /// Only questions with this tag; nil for all.
    private(set) var tag: String?
    private var selection = 0
    /// Lines of the selected question that are above the screen.
    var offset = 0

    /// The questions that are listed, the largest loss first.
    var items: [ItemComparison] {
        let all = runs?.items ?? []
        return tag.map { tag in all.filter { $0.item.tags.contains(tag) } } ?? all
    }

    var selectedIndex: Int? { items.isEmpty ? nil : min(selection, items.count - 1) }
    var selected: ItemComparison? { selectedIndex.map { items[$0] } }

    mutating func move(by rows: Int) {
        selection = min(max(0, (selectedIndex ?? 0) + rows), max(0, items.count - 1))
        offset = 0
    }

    mutating func choose(tag: String?) { (self.tag, selection, offset) = (tag, 0, 0) }

    /// The tag after the present one; after the last come all questions.
    var nextTag: String? {
        let tags = runs?.tags ?? []
        guard let tag, let index = tags.firstIndex(of: tag) else { return tags.first }
        return index + 1 < tags.count ? tags[index + 1] : nil
    }
}
