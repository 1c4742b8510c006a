import Domain

extension Mark {
    /// What people, deploy scripts and the collector said that they changed within `range`, oldest first, of what was said by `at`.
    static func all(_ range: TimeRange, saidBy at: Timestamp, in file: DatabaseFile) throws -> [Mark] {
        let search = try file.statement(
            """
            SELECT time_ns, kind, text, service, environment, principal FROM mark
            WHERE time_ns >= ? AND time_ns < ? AND said_ns <= ? ORDER BY time_ns DESC, id DESC LIMIT \(most)
            """)
        search.bind(range.from.nanoseconds, at: 1)
        search.bind(range.to.nanoseconds, at: 2)
        search.bind(at.nanoseconds, at: 3)
        defer { search.reset() }
        var found: [Mark] = []
        while try search.step() {
            // A kind that this version does not know is shown as what somebody said.
            let kind = search.text(1).flatMap { Kind(rawValue: $0) } ?? .note
            found.append(
                Mark(
                    time: Timestamp(nanoseconds: search.integer(0)), kind: kind, service: search.text(3),
                    text: search.text(2) ?? "", environment: search.text(4), principal: search.text(5)))
        }
        return found.reversed()
    }

    /// The newest so many: a script that marks every second is not to hold up a screen.
    private static let most = 2000
}
