import Domain

extension DatabaseFile {
    static let driftBoardName = "board"

    /// What is kept in `drift.db` under `name`; nil when nothing is.
    func driftState(_ name: String) throws -> JSON? {
        let search = try statement("SELECT value FROM state WHERE name = ?")
        search.bind(name, at: 1)
        defer { search.reset() }
        guard try search.step() else { return nil }
        return search.text(0).flatMap { try? JSON(parsing: $0) }
    }

    /// How drift stood at `at`, the course of the day before included; nil when nobody ever looked. Why is known of the present only.
    func driftBoard(at: Timestamp) throws -> DriftBoard? {
        guard var board = try driftState(Self.driftBoardName).flatMap(DriftBoard.init) else { return nil }
        let isPast = at.advanced(by: .minutes(1)) < board.evaluated
        let end = isPast ? at : board.evaluated
        let courses = try readings(TimeRange(from: end.advanced(by: .days(-1)), to: end.advanced(by: .minutes(1))))
        for index in board.findings.indices {
            let course = courses[board.findings[index].subject]?[board.findings[index].signal.name] ?? []
            board.findings[index].course = course
            guard isPast else { continue }
            let last = course.last { $0.window.to <= at }
            board.findings[index].reading = last
            board.findings[index].state = last?.state ?? .notEnough
            board.findings[index].lack = last == nil ? "no window of the day before was compared" : nil
            (board.findings[index].since, board.findings[index].explanation) = (nil, nil)
        }
        if isPast {
            (board.evaluated, board.failures) = (at, [])
            board.references.removeAll { $0.chosen > at }
        }
        board.findings.sort(by: DriftFinding.comesFirst)
        return board
    }

    private func readings(_ range: TimeRange) throws -> [DriftSubject: [String: [DriftReading]]] {
        let search = try statement(
            """
            SELECT environment, service, signal, reading FROM reading JOIN subject ON subject.id = reading.subject
            WHERE to_ns >= ? AND to_ns < ? ORDER BY to_ns
            """)
        search.bind(range.from.nanoseconds, at: 1)
        search.bind(range.to.nanoseconds, at: 2)
        defer { search.reset() }
        var found: [DriftSubject: [String: [DriftReading]]] = [:]
        while try search.step() {
            let subject = DriftSubject(environment: search.text(0) ?? "", service: search.text(1) ?? "")
            guard let signal = search.text(2),
                let reading = search.text(3).flatMap({ try? JSON(parsing: $0) }).flatMap(DriftReading.init)
            else { continue }
            found[subject, default: [:]][signal, default: []].append(reading)
        }
        return found
    }
}
