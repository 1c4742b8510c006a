import Drawing

/// A list to choose one thing from. Choosing runs a command with the value as its argument, so that a picker can do nothing
/// that the command line cannot.
struct Picker: Sendable {
    struct Item: Hashable, Sendable {
        /// What the person reads.
        var label: String
        /// What the command gets.
        var value: String
    }

    var title: String
    /// The name of the command.
    var command: String
    var items: [Item]
    /// Index among the items that match.
    var selected: Int
    /// What is searched for; nil while nobody searches.
    var search: TextInput?
    /// The theme before, for a chooser that shows each at once.
    var previousTheme: String?

    /// The items that match.
    var matches: [Item] {
        guard let search, !search.isEmpty else { return items }
        let wanted = search.text.lowercased()
        return items.filter { $0.label.lowercased().contains(wanted) }
    }

    /// The item that would be chosen; nil when none matches.
    var choice: Item? {
        let matches = matches
        return matches.isEmpty ? nil : matches[min(max(0, selected), matches.count - 1)]
    }

    /// Moves the selection, to the ends at most.
    mutating func move(by rows: Int) {
        selected = min(max(0, min(selected, matches.count - 1) + rows), max(0, matches.count - 1))
    }
}
