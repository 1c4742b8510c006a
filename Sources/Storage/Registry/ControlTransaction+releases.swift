import Domain

extension ControlTransaction {
    /// Makes a release out of a prompt version. The first of an app is served from now on.
    ///
    /// - Throws: `ControlRefusal` when the version is not there, a part is missing, or the same release was made before.
    public func create(_ draft: ReleaseDraft) throws -> RegisteredRelease {
        guard
            let summary = try file.promptHistory(draft.prompt.name, at: .latest)?.version(draft.prompt.choice),
            let version = try file.promptVersion(draft.prompt.name, summary.number)
        else { throw ControlRefusal(.notFound, "there is no prompt version \(draft.prompt)") }
        let release = try draft.release(of: version)
        let digest: ContentDigest
        do throws(CanonicalJSONError) {
            digest = try release.digest()
        } catch {
            throw ControlRefusal(.invalid, "making a release of \(draft.prompt): \(error)")
        }
        let known = try file.releases(of: release.app, at: .latest)
        if let same = known.first(where: { $0.digest == digest }) {
            throw ControlRefusal(.moved, "\(same.name) is exactly this release; nothing was made")
        }
        let made = RegisteredRelease(
            number: (known.map(\.number).max() ?? 0) + 1, digest: digest, release: release, author: principal,
            message: draft.message, created: time)
        let insertion = try file.statement("INSERT INTO release VALUES (?, ?, ?, ?, ?)")
        insertion.bind(release.app, at: 1)
        insertion.bind(Int64(made.number), at: 2)
        insertion.bind(copying: digest.bytes, at: 3)
        insertion.bind(time.nanoseconds, at: 4)
        insertion.bind(made.json.text, at: 5)
        try insertion.run()
        try record(
            "release.create", made.name, before: nil, after: made.json,
            reason: draft.message.isEmpty ? nil : draft.message)
        if try active(release.app) == nil {
            _ = try activate(made, cause: .chosen, reason: "the first release of \(release.app)")
        }
        return made
    }

    /// Has the app of `release` served by it from now on.
    public func activate(
        _ release: RegisteredRelease, cause: ActiveRelease.Cause, reason: String
    ) throws -> ActiveRelease {
        let app = release.release.app
        let before = try active(app)
        let after = ActiveRelease(
            release, former: before?.number, cause: cause, principal: principal, reason: reason, time: time)
        let insertion = try file.statement("INSERT INTO release_activation (app, time_ns, value) VALUES (?, ?, ?)")
        insertion.bind(app, at: 1)
        insertion.bind(time.nanoseconds, at: 2)
        insertion.bind(after.json.text, at: 3)
        try insertion.run()
        try record(
            "release.activate", release.name, before: before?.json, after: after.json, reason: reason)
        return after
    }

    /// Has an app served by an earlier release at once.
    ///
    /// - Throws: `ControlRefusal` when there is none, it is served already, or it is newer and was never served: going forward is what
    ///   rollouts are for.
    public func rollBack(_ app: String, to reference: ReleaseReference, reason: String) throws -> ActiveRelease {
        guard let current = try active(app) else {
            throw ControlRefusal(.notFound, "there is no app \(app) with a release")
        }
        let release = try release(reference, of: app)
        guard release.digest != current.digest else {
            throw ControlRefusal(.moved, "\(app) serves \(release.name) already")
        }
        let wasServed = try file.activations(of: app, at: .latest).contains { $0.digest == release.digest }
        guard release.number < current.number || wasServed else {
            throw ControlRefusal(
                .invalid, "\(release.name) is newer than \(current.name) and was never served; start a rollout for it")
        }
        return try activate(release, cause: .rollback, reason: reason)
    }

    /// What an app serves; nil when it has no release.
    public func active(_ app: String) throws -> ActiveRelease? {
        try file.activations(of: app, at: .latest).last
    }

    /// The release that is meant.
    ///
    /// - Throws: `ControlRefusal` when there is none, or the digits fit several.
    public func release(_ reference: ReleaseReference, of app: String? = nil) throws -> RegisteredRelease {
        let found = try file.releases(of: app, at: .latest).filter { reference.names($0, app: app) }
        guard let release = found.first else {
            throw ControlRefusal(
                .notFound,
                "there is no release \(reference)\(app.map { " of \($0)" } ?? ""); headframe release list says which there are"
            )
        }
        guard found.count == 1 else {
            throw ControlRefusal(.invalid, "several releases begin with \(reference); write more digits")
        }
        return release
    }
}
