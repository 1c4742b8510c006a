import Drawing

/// A line that the person types: a command, a filter, a time.
struct Prompt: Sendable {
    /// What the line becomes.
    enum Purpose: Hashable, Sendable {
        case command, filter, time, search
    }

    var purpose: Purpose
    var input: TextInput
    /// What is wrong with the line, and at which character if that is known; gone with the next key.
    var mistake: (text: String, offset: Int?)?

    init(_ purpose: Purpose, _ text: String = "") {
        (self.purpose, input) = (purpose, TextInput(text))
    }

    /// The sign in front of the line.
    var sign: String {
        switch purpose {
        case .command: ":"
        case .filter, .search: "/"
        case .time: "@"
        }
    }
}
