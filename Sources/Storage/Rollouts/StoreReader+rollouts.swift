import Domain

extension StoreReader {
    /// Rollouts as they stood at `at`, newest first, at most `limit`.
    public func rollouts(at: Timestamp, limit: Int) throws -> [Rollout] {
        try rolloutFile()?.rollouts(at: at, limit: limit) ?? []
    }

    /// Everything about a rollout as it stood at `at`; nil when there is none of this number.
    public func rollout(_ id: RolloutID, at: Timestamp) throws -> RolloutDetail? {
        try rolloutFile()?.rolloutDetail(id, at: at)
    }

    /// `control.db` with the tables of rollouts; nil when there is none.
    private func rolloutFile() throws -> DatabaseFile? {
        directory.isFile ? nil : try controlFile(since: ControlSchema.firstWithRollouts)
    }
}
