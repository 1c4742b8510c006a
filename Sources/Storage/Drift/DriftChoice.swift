import Domain

/// What somebody chose that calls are to be compared with.
public struct DriftChoice: Hashable, Sendable {
    /// Later choices have higher numbers.
    public var number: Int64
    public var draft: DriftReferenceDraft
    public var principal: String
    public var time: Timestamp

    static let table = """
        -- What people chose that calls are to be compared with; the watch for drift takes them up in their order.
        CREATE TABLE drift_choice (
            id INTEGER PRIMARY KEY AUTOINCREMENT, draft TEXT NOT NULL, principal TEXT NOT NULL, time_ns INTEGER NOT NULL
        );
        CREATE TRIGGER drift_choice_stays BEFORE UPDATE ON drift_choice BEGIN
            SELECT RAISE(ABORT, 'history does not change');
        END;
        CREATE TRIGGER drift_choice_remains BEFORE DELETE ON drift_choice BEGIN
            SELECT RAISE(ABORT, 'history does not change');
        END;
        """

    /// As the control API says it.
    var json: JSON {
        guard case .object(let members) = draft.json else { return .null }
        return .object(members + [.init("by", .string(principal)), .init("time", JSON(time))])
    }
}

extension ControlTransaction {
    /// Chooses what calls are compared with from now on.
    public func choose(_ draft: DriftReferenceDraft) throws -> JSON {
        let insertion = try file.statement("INSERT INTO drift_choice (draft, principal, time_ns) VALUES (?, ?, ?)")
        insertion.bind(draft.json.text, at: 1)
        insertion.bind(principal, at: 2)
        insertion.bind(time.nanoseconds, at: 3)
        try insertion.run()
        let choice = DriftChoice(number: 0, draft: draft, principal: principal, time: time)
        let subject = draft.subject
        try record("drift.reference", "\(subject.environment)/\(subject.service)", before: nil, after: choice.json)
        return choice.json
    }

    /// Writes down that the watch for drift began or completed a reference by its own rules.
    public func record(_ reference: DriftReference) throws {
        let subject = reference.subject
        try record("drift.reference", "\(subject.environment)/\(subject.service)", before: nil, after: reference.json)
    }
}

extension ControlStore {
    /// What people chose after the choice `number`, oldest first.
    public func driftChoices(after number: Int64) throws -> [DriftChoice] {
        try read { file in
            let search = try file.statement(
                "SELECT id, draft, principal, time_ns FROM drift_choice WHERE id > ? ORDER BY id")
            search.bind(number, at: 1)
            defer { search.reset() }
            var choices: [DriftChoice] = []
            while try search.step() {
                guard let json = search.text(1).flatMap({ try? JSON(parsing: $0) }),
                    let draft = try? DriftReferenceDraft(json)
                else { continue }
                choices.append(
                    DriftChoice(
                        number: search.integer(0), draft: draft, principal: search.text(2) ?? "",
                        time: Timestamp(nanoseconds: search.integer(3))))
            }
            return choices
        }
    }
}
