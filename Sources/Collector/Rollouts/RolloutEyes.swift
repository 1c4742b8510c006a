import Control
import Domain
import Storage

/// Reads what calls of a rollout's units measured. Belongs to one thread at a time.
struct RolloutEyes {
    let reader: StoreReader

    /// Which calls are an app's.
    struct Scope {
        var services: [String]
        var environment: String?

        /// Calls of the scope, of one release or of any.
        func filter(release: String? = nil) -> Filter {
            var terms = [FilterTerm(.equals(.service, services))]
            if let environment { terms.append(FilterTerm(.equals(.environment, [environment]))) }
            if let release { terms.append(FilterTerm(.equals(.release, [release]))) }
            return Filter(terms)
        }
    }

    /// What the gates' metrics were under the release that serves, within the last day.
    func baselines(_ plan: RolloutPlan, _ scope: Scope, at time: Timestamp) throws -> [GateBaseline] {
        let query = StatsQuery(
            range: TimeRange(from: time.advanced(by: .days(-1)), to: time), filter: scope.filter(release: plan.from),
            at: time)
        let measures = try reader.stats(query).total
        return plan.gates.map { measures.baseline(of: $0.metric) }
    }

    /// The units of `exposed` as `rollout` takes them, numbered after `last`.
    func units(_ exposed: [ExposedUnit], of rollout: Rollout, after last: Int64, _ scope: Scope) throws -> [RolloutUnit]
    {
        guard let first = exposed.map(\.exposure.time).min(),
            let end = exposed.map(\.exposure.time).max()
        else { return [] }
        let plan = rollout.plan
        let query = RequestsQuery(
            range: TimeRange(from: first, to: end.advanced(by: plan.unitLength)), filter: scope.filter(),
            order: .oldest, limit: Self.mostCalls, longest: .seconds(20))
        var places: [UnitKey: [Int]] = [:]
        for (index, unit) in exposed.enumerated() { places[unit.exposure.unit, default: []].append(index) }
        var units = exposed.enumerated().map { index, unit in
            RolloutUnit(
                number: last + 1 + Int64(index), step: unit.exposure.step, isCanary: unit.exposure.isCanary,
                probability: unit.probability, wasSeenWithCanary: nil, values: plan.gates.map { _ in [] })
        }
        for row in try reader.requests(query) where row.isCounted {
            guard let key = row.call.context.session ?? row.call.context.user else { continue }
            for index in places[UnitKey(key, salt: rollout.salt)] ?? [] {
                let begin = exposed[index].exposure.time
                guard row.end >= begin, row.end <= begin.advanced(by: plan.unitLength) else { continue }
                units[index].take(row, plan)
            }
        }
        return units
    }

    /// What breakers look at.
    func alarms(_ rollout: Rollout, _ scope: Scope, at time: Timestamp) throws -> RolloutAlarms {
        var alarms = RolloutAlarms()
        let plan = rollout.plan
        let recent = TimeRange(
            from: max(rollout.stepBegan, time.advanced(by: .minutes(-10))), to: time.advanced(by: .seconds(1)))
        guard recent.from < recent.to else { return alarms }
        let rows = try reader.requests(
            RequestsQuery(
                range: recent, filter: scope.filter(release: plan.to), order: .newest,
                limit: max(100, plan.breakers.consecutiveFailures ?? 0))
        ).filter(\.isCounted)
        let failures = rows.prefix { $0.call.isError }
        alarms.consecutiveFailures = failures.count
        if let first = failures.last, failures.count >= Self.fewestFailures {
            alarms.totalFailure = time.since(first.start)
            let failed = Filter(scope.filter(release: plan.from).terms + [FilterTerm(.failed(true))])
            alarms.baselineFailures = try reader.requests(
                RequestsQuery(range: TimeRange(from: first.start, to: recent.to), filter: failed, limit: 1)
            ).count
        }
        if plan.breakers.costPerHour != nil {
            let hour = TimeRange(from: time.advanced(by: .hours(-1)), to: time)
            alarms.costPerHour = try reader.stats(
                StatsQuery(range: hour, filter: scope.filter(release: plan.to), at: time)
            ).total.cost?.usd
        }
        return alarms
    }

    private static let mostCalls = 200_000
    private static let fewestFailures = 3
}

extension RolloutUnit {
    /// Takes in one of its calls.
    fileprivate mutating func take(_ row: RequestRow, _ plan: RolloutPlan) {
        if let release = row.call.context.release {
            if release == plan.to { wasSeenWithCanary = wasSeenWithCanary ?? true }
            if release == plan.from { wasSeenWithCanary = wasSeenWithCanary ?? false }
        }
        for (index, gate) in plan.gates.enumerated() where values[index].count < Self.mostValues {
            if let value = row.value(of: gate.metric), value.isFinite { values[index].append(value) }
        }
    }
}
