/// Something that the console can do: a name, keys, words for people, and the doing. One table of these feeds the keys, the
/// footer, the help, the `:` line and the key table of the README.
struct Command: Sendable {
    /// Where it is listed in the help.
    enum Group: String, Sendable, CaseIterable {
        case overview = "Overview"
        case requests = "Requests"
        case request = "One request"
        case health = "Health of ingest"
        case alerts = "Alerts"
        case incident = "Incident"
        case prompts = "Prompts"
        case comparison = "Comparison of versions"
        case rollouts = "Rollouts"
        case evaluations = "Evals"
        case audit = "Audit"
        case time = "Time"
        case scope = "Scope"
        case move = "Moving"
        case console = "Console"
    }

    /// What it changes outside this screen.
    enum Danger: Hashable, Sendable {
        /// Nothing: it only looks.
        case none
        /// Something that other people or applications notice.
        case changes
    }

    /// What may follow its word on the `:` line.
    struct Argument: Sendable {
        /// How help writes it: `NAME`.
        var label: String
        /// What could stand there, for completion.
        var candidates: @Sendable (ConsoleState) -> [String] = { _ in [] }
    }

    /// Runs it with what was typed after its word, nil when nothing was.
    typealias Run = @Sendable (inout ConsoleState, String?) throws(CommandFailure) -> [Effect]

    /// Such as `overview.group`.
    var name: String
    /// Its word on the `:` line, such as `group`; the name works as well.
    var word: String
    var group: Group
    /// Where it can be done; nil is everywhere.
    var places: Set<Place>?
    /// The keys that it has unless they are rebound.
    var keys: [Key]
    /// What it does, in a sentence without a full stop.
    var description: String
    /// What the footer calls it, where its word says something else there.
    var footerWord: String?
    var danger = Danger.none
    var argument: Argument?
    /// Why it cannot be done now; nil when it can.
    var disabledReason: @Sendable (ConsoleState) -> String? = { _ in nil }
    var run: Run

    /// What the footer calls it.
    var hint: String { footerWord ?? word }

    /// Whether it belongs to `place`.
    func belongs(to place: Place) -> Bool { places?.contains(place) ?? true }
}
