import Domain

extension ControlStore {
    /// Rollouts as they are now, newest first.
    public func rollouts(limit: Int = 1_000) throws -> [Rollout] {
        try read { try $0.rollouts(at: Timestamp(nanoseconds: .max), limit: limit) }
    }

    /// Everything about a rollout; nil when there is none of this number.
    public func rolloutDetail(_ id: RolloutID) throws -> RolloutDetail? {
        try read { try $0.rolloutDetail(id, at: Timestamp(nanoseconds: .max)) }
    }

    /// Rollouts that are under way, with the evidence that was kept.
    public func activeRollouts() throws -> [RolloutRecord] {
        try read { file in
            let search = try file.statement("SELECT id FROM rollout WHERE ended_ns IS NULL ORDER BY id")
            var ids: [RolloutID] = []
            while try search.step() { ids.append(RolloutID(rawValue: search.integer(0))) }
            search.reset()
            return try ids.compactMap(file.rolloutRecord)
        }
    }

    /// The last rollout of each app that completed, so that the release that it brought is served.
    public func completedRollouts() throws -> [Rollout] {
        var seen: Set<String> = []
        return try rollouts().filter { $0.phase == .completed && seen.insert($0.plan.app).inserted }
    }

    /// The exposures of an epoch that count among those behind the number `after`, in their order, up to the first that came after `moment`; and the
    /// number of the last that was looked at.
    public func exposedUnits(
        of rollout: RolloutID, epoch: Int, after number: Int64, before moment: Timestamp, limit: Int
    ) throws -> (units: [ExposedUnit], last: Int64) {
        let found = try exposures(of: rollout, after: number, until: Timestamp(nanoseconds: .max), limit: limit)
            .prefix { $0.exposure.time <= moment }
        let units = try read { file in
            let search = try file.statement(
                "SELECT is_canary, weight FROM exposure WHERE rollout = ? AND epoch = ? AND step = ? AND unit = ?")
            return try found.compactMap { found -> ExposedUnit? in
                let exposure = found.exposure
                guard exposure.epoch == epoch else { return nil }
                var former: (isCanary: Bool, weight: Double)?
                // The last step before this one in which the unit was seen.
                for step in stride(from: exposure.step - 1, through: 0, by: -1) where former == nil {
                    search.bind(rollout.rawValue, at: 1)
                    search.bind(Int64(epoch), at: 2)
                    search.bind(Int64(step), at: 3)
                    search.bind(Int64(bitPattern: exposure.unit.rawValue), at: 4)
                    if try search.step() { former = (search.integer(0) != 0, search.optionalDouble(1) ?? 1) }
                    search.reset()
                }
                return Exposure.probability(weight: exposure.weight, former: former).map {
                    ExposedUnit(number: found.number, exposure: exposure, probability: $0)
                }
            }
        }
        return (units, found.last?.number ?? number)
    }

    /// The number of the last exposure that evidence of an epoch has taken; 0 when there is none.
    public func lastTakenExposure(of rollout: RolloutID, epoch: Int) throws -> Int64 {
        try read { file in
            let search = try file.statement("SELECT max(exposure) FROM rollout_unit WHERE rollout = ? AND epoch = ?")
            search.bind(rollout.rawValue, at: 1)
            search.bind(Int64(epoch), at: 2)
            defer { search.reset() }
            return try search.step() ? search.optionalInteger(0) ?? 0 : 0
        }
    }

    /// The units of an epoch that evidence has taken, in that order, after the one with the number `after`: what evidence is made again from.
    public func takenUnits(of rollout: RolloutID, epoch: Int, after number: Int64, limit: Int) throws -> [RolloutUnit] {
        try read { file in
            let search = try file.statement(
                """
                SELECT number, step, is_canary, probability, seen, measured FROM rollout_unit
                WHERE rollout = ? AND epoch = ? AND number > ? ORDER BY number LIMIT ?
                """)
            search.bind(rollout.rawValue, at: 1)
            search.bind(Int64(epoch), at: 2)
            search.bind(number, at: 3)
            search.bind(Int64(limit), at: 4)
            defer { search.reset() }
            var units: [RolloutUnit] = []
            while try search.step() {
                let measured = search.text(5).flatMap { try? JSON(parsing: $0) }?.array ?? []
                units.append(
                    RolloutUnit(
                        number: search.integer(0), step: Int(clamping: search.integer(1)),
                        isCanary: search.integer(2) != 0, probability: search.optionalDouble(3) ?? 0,
                        wasSeenWithCanary: search.optionalInteger(4).map { $0 != 0 },
                        values: measured.map { ($0.array ?? []).compactMap(\.double) }))
            }
            return units
        }
    }
}
