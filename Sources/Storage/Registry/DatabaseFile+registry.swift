import Domain

extension DatabaseFile {
    /// All prompts as they stood at `at`, by name.
    func prompts(at: Timestamp) throws -> [PromptSummary] {
        try registryNames(
            "SELECT DISTINCT name FROM prompt_version WHERE created_ns <= ? ORDER BY name", at
        ).compactMap { name in
            guard let history = try promptHistory(name, at: at), let latest = history.versions.last else { return nil }
            return PromptSummary(name: name, latest: latest, labels: history.labels)
        }
    }

    /// What happened to a prompt until `at`; nil when there was none of that name.
    func promptHistory(_ name: String, at: Timestamp) throws -> PromptHistory? {
        let versions = try registered(
            "SELECT summary FROM prompt_version WHERE name = ? AND created_ns <= ? ORDER BY number", name, at
        ) { PromptVersionSummary($0) }
        guard !versions.isEmpty else { return nil }
        return PromptHistory(
            name: name, versions: versions,
            moves: try registered(
                "SELECT move FROM prompt_label WHERE name = ? AND time_ns <= ? ORDER BY id", name, at
            ) { PromptLabelMove($0) },
            reviews: try registered(
                "SELECT review FROM prompt_review WHERE name = ? AND time_ns <= ? ORDER BY id", name, at
            ) { PromptReview($0) })
    }

    /// A version with all that it says; nil when there is none.
    func promptVersion(_ name: String, _ number: Int) throws -> PromptVersion? {
        let search = try statement("SELECT summary, prompt FROM prompt_version WHERE name = ? AND number = ?")
        search.bind(name, at: 1)
        search.bind(Int64(number), at: 2)
        defer { search.reset() }
        guard try search.step() else { return nil }
        func json(_ column: Int32) throws -> JSON {
            guard let json = search.text(column).flatMap({ try? JSON(parsing: $0) }) else { throw damage }
            return json
        }
        guard let summary = PromptVersionSummary(try json(0)), let prompt = try? Prompt(try json(1)) else {
            throw damage
        }
        return PromptVersion(summary, prompt: prompt)
    }

    /// The releases of an app, or of all, that were made until `at`, oldest first.
    func releases(of app: String?, at: Timestamp) throws -> [RegisteredRelease] {
        try registered(
            "SELECT value FROM release WHERE (?1 IS NULL OR app = ?1) AND created_ns <= ?2 ORDER BY created_ns, app, number",
            app, at
        ) { RegisteredRelease($0) }
    }

    /// The releases that apps served one after the other until `at`, oldest first; of an app, or of all.
    func activations(of app: String?, at: Timestamp) throws -> [ActiveRelease] {
        try registered(
            "SELECT value FROM release_activation WHERE (?1 IS NULL OR app = ?1) AND time_ns <= ?2 ORDER BY id", app, at
        ) { ActiveRelease($0) }
    }

    /// Where labels were put within `range`, with the name of the prompt, oldest first.
    func labelMoves(_ range: TimeRange) throws -> [(prompt: String, move: PromptLabelMove)] {
        let search = try statement("SELECT name, move FROM prompt_label WHERE time_ns >= ? AND time_ns < ? ORDER BY id")
        search.bind(range.from.nanoseconds, at: 1)
        search.bind(range.to.nanoseconds, at: 2)
        defer { search.reset() }
        var moves: [(String, PromptLabelMove)] = []
        while try search.step() {
            if let move = search.text(1).flatMap({ try? JSON(parsing: $0) }).flatMap({ PromptLabelMove($0) }) {
                moves.append((search.text(0) ?? "", move))
            }
        }
        return moves
    }

    private var damage: StoreError { .damaged(path: path, detail: "the tables of prompts") }

    private func registryNames(_ sql: String, _ at: Timestamp) throws -> [String] {
        let search = try statement(sql)
        search.bind(at.nanoseconds, at: 1)
        defer { search.reset() }
        var names: [String] = []
        while try search.step() { if let name = search.text(0) { names.append(name) } }
        return names
    }

    /// What the JSON of the first column says, row by row.
    private func registered<Value>(
        _ sql: String, _ name: String?, _ at: Timestamp, reading read: (JSON) -> Value?
    ) throws -> [Value] {
        let search = try statement(sql)
        search.bind(name, at: 1)
        search.bind(at.nanoseconds, at: 2)
        defer { search.reset() }
        var values: [Value] = []
        while try search.step() {
            guard let value = search.text(0).flatMap({ try? JSON(parsing: $0) }).flatMap(read) else { throw damage }
            values.append(value)
        }
        return values
    }
}
