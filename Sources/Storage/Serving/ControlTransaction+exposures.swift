import Domain

extension ControlTransaction {
    /// Keeps exposures. One that is kept already, of the same unit, step and epoch, stays as it was.
    public func keep(_ exposures: [Exposure]) throws {
        let insertion = try file.statement(
            """
            INSERT OR IGNORE INTO exposure (rollout, epoch, step, unit, is_canary, weight, time_ns)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        for exposure in exposures {
            insertion.bind(exposure.rollout.rawValue, at: 1)
            insertion.bind(Int64(exposure.epoch), at: 2)
            insertion.bind(Int64(exposure.step), at: 3)
            insertion.bind(Int64(bitPattern: exposure.unit.rawValue), at: 4)
            insertion.bind(Int64(exposure.isCanary ? 1 : 0), at: 5)
            insertion.bind(exposure.weight, at: 6)
            insertion.bind(exposure.time.nanoseconds, at: 7)
            try insertion.run()
        }
    }

    /// Forgets the exposures of a rollout.
    public func forgetExposures(of rollout: RolloutID) throws {
        let deletion = try file.statement("DELETE FROM exposure WHERE rollout = ?")
        deletion.bind(rollout.rawValue, at: 1)
        try deletion.run()
    }
}
