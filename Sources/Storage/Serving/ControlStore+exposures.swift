import Domain

extension ControlStore {
    /// The exposures of a rollout in the order in which they were decided.
    ///
    /// - Parameters:
    ///   - number: only those behind this one.
    ///   - time: only those up to this time.
    ///   - limit: how many at most.
    public func exposures(
        of rollout: RolloutID, after number: Int64 = 0, until time: Timestamp, limit: Int
    ) throws -> [NumberedExposure] {
        try read { file in
            let search = try file.statement(
                """
                SELECT number, epoch, step, unit, is_canary, weight, time_ns FROM exposure
                WHERE rollout = ? AND number > ? AND time_ns <= ? ORDER BY number LIMIT ?
                """)
            search.bind(rollout.rawValue, at: 1)
            search.bind(number, at: 2)
            search.bind(time.nanoseconds, at: 3)
            search.bind(Int64(clamping: limit), at: 4)
            defer { search.reset() }
            var exposures: [NumberedExposure] = []
            while try search.step() {
                let exposure = Exposure(
                    rollout: rollout, epoch: Int(clamping: search.integer(1)), step: Int(clamping: search.integer(2)),
                    unit: UnitKey(rawValue: UInt64(bitPattern: search.integer(3))), isCanary: search.integer(4) != 0,
                    weight: search.optionalDouble(5) ?? 0, time: Timestamp(nanoseconds: search.integer(6)))
                exposures.append(NumberedExposure(number: search.integer(0), exposure: exposure))
            }
            return exposures
        }
    }
}
