import Domain

extension StoreReader {
    /// The views of the registry and the audit log, by name; what was written within the range.
    static let registryViews: [(name: String, columns: String)] = [
        (
            "prompts",
            "name, version, digest, author, message, \"commit\", commit_author, created, model, labels, approved_by"
        ),
        (
            "releases",
            "id, app, number, digest, prompt_name, prompt_version, model, parameters, \"index\", guardrails, author, message, created, active"
        ),
        (
            "audit",
            "sequence, time, actor, kind, uid, pid, tty, action, object, before, after, reason, hash"
        ),
    ]

    /// Makes the table of one of `registryViews`.
    func fillRegistry(_ name: String, _ columns: String, _ range: TimeRange, _ session: SQLSession) throws {
        try session.execute("CREATE TEMP TABLE \(name) (\(columns))")
        let rows =
            switch name {
            case "prompts": try promptRows(range)
            case "releases": try releaseRows(range)
            default: try auditRows(range)
            }
        guard let count = rows.first?.count else { return }
        let places = Array(repeating: "?", count: count).joined(separator: ", ")
        let insertion = try session.statement("INSERT INTO \(name) VALUES (\(places))")
        for row in rows {
            try session.checkTime()
            for (index, value) in row.enumerated() {
                let position = Int32(index + 1)
                switch value {
                case .integer(let number): insertion.bind(number, at: position)
                case .bool(let isTrue): insertion.bind(isTrue ? 1 as Int64 : 0, at: position)
                case .null: insertion.bind(nil as Int64?, at: position)
                case .string(let text): insertion.bind(text, at: position)
                default: insertion.bind(value.text, at: position)
                }
            }
            try insertion.run()
        }
    }

    private func promptRows(_ range: TimeRange) throws -> [[JSON]] {
        try prompts(at: .latest).flatMap { prompt -> [[JSON]] in
            guard let history = try promptHistory(prompt.name, at: .latest) else { return [] }
            return history.versions.filter { range.contains($0.created) }.map { version in
                let approvers = history.standingReviews(of: version.digest).filter { $0.verdict == .approve }
                return [
                    .string(history.name), JSON(version.number), .string(version.digest.description),
                    .string(version.author), .string(version.message), JSON(version.commit),
                    JSON(version.commitAuthor), JSON(version.created), JSON(version.model),
                    .string(history.labels(on: version.number).joined(separator: " ")),
                    .string(approvers.map(\.principal).joined(separator: " ")),
                ]
            }
        }
    }

    private func releaseRows(_ range: TimeRange) throws -> [[JSON]] {
        let active = Set(try activeReleases(at: .latest).map(\.digest))
        return try releases(of: nil, at: .latest).filter { range.contains($0.created) }.map { made in
            let release = made.release
            return [
                .string(made.name), .string(release.app), JSON(made.number), .string(made.digest.description),
                .string(release.prompt.name), JSON(release.prompt.number), .string(release.model),
                release.json["parameters"] ?? .null, JSON(release.retrievalIndex), JSON(release.guardrails),
                .string(made.author), .string(made.message), JSON(made.created), .bool(active.contains(made.digest)),
            ]
        }
    }

    private func auditRows(_ range: TimeRange) throws -> [[JSON]] {
        try auditEntries(AuditQuery(range: range, limit: 1_000_000)).reversed().map { entry in
            let json = entry.json
            return [
                "sequence", "time", "actor", "kind", "uid", "pid", "tty", "action", "object", "before", "after",
                "reason", "hash",
            ].map { json[$0] ?? .null }
        }
    }
}
