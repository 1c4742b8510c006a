import Drawing

/// The list of every command with its keys.
struct Help: Sendable {
    /// Whose commands are listed.
    var place: Place
    var selected = 0
    /// What is searched for; nil while nobody searches.
    var search: TextInput?

    /// The commands that match.
    var matches: [Command] {
        let commands = CommandTable.commands.filter { $0.belongs(to: place) }
        guard let search, !search.isEmpty else { return commands }
        let wanted = search.text.lowercased()
        return commands.filter { "\($0.name) \($0.description)".lowercased().contains(wanted) }
    }

    /// Moves the selection, to the ends at most.
    mutating func move(by rows: Int) {
        selected = min(max(0, min(selected, matches.count - 1) + rows), max(0, matches.count - 1))
    }
}
