import Control
import Domain
import Logging
import NIOCore
import Storage
import Synchronization

/// Carries rollouts out: looks at them every second, takes the units whose time is over, and does what people decide. What is served
/// changes in memory at once; that the canary gets less is never made to wait for a disk.
///
/// Locks are always taken in this order: the runs, then the store.
final class RolloutService: Sendable {
    private let board: ServingBoard
    private let store: ControlStore
    private let eyes: Mutex<RolloutEyes>
    private let runs = Mutex<[RolloutID: RolloutRun]>([:])
    private let services: Mutex<[String: [String]]>
    private let deliveries: DeliveryService
    private let clock: any WallClock
    private let logger: Logger
    private let ticker = Mutex<Ticker?>(nil)

    /// Takes up what was under way.
    ///
    /// - Parameters:
    ///   - reader: reads the store that `store` belongs to, and nobody else uses it.
    ///   - services: the services of each app; an app that is not there is a service of its name.
    init(
        store: ControlStore, reader: sending StoreReader, services: [String: [String]], deliveries: DeliveryService,
        board: ServingBoard, clock: any WallClock, logger: Logger
    ) {
        eyes = Mutex(RolloutEyes(reader: reader))
        self.services = Mutex(services)
        (self.store, self.deliveries, self.board) = (store, deliveries, board)
        (self.clock, self.logger) = (clock, logger)
        do {
            for rollout in try store.completedRollouts() { board.serve(AppTraffic(rollout)) }
            for record in try store.activeRollouts() {
                let run = try RolloutRun(record, in: store)
                runs.withLock { $0[run.rollout.id] = run }
                board.serve(AppTraffic(run.rollout))
            }
        } catch {
            logger.error("rollouts are not taken up", metadata: ["error": "\(error)"])
        }
    }

    /// Looks at rollouts from now on.
    func start(on eventLoop: any EventLoop) {
        let started = Ticker(every: .nanoseconds(RolloutEngine.interval.count), on: eventLoop) { [weak self] in
            self?.look()
        }
        ticker.withLock { $0 = started }
    }

    /// Returns when nothing is looked at any more.
    func stop() { ticker.withLock { $0.take() }?.stop() }

    /// Uses other services of apps from now on.
    func use(services: [String: [String]]) { self.services.withLock { $0 = services } }

    /// Looks at all rollouts once.
    func look() {
        let now = clock.now()
        for run in runs.withLock({ Array($0.values) }) {
            do {
                let seen = run.unwritten.isEmpty ? try see(run, at: now) : Seen()
                if try advance(run, seen, at: now) { deliveries.wake() }
            } catch {
                logger.warning(
                    "a rollout is not looked at", metadata: ["rollout": "\(run.rollout.id)", "error": "\(error)"])
            }
        }
    }

    /// What a look has found.
    private struct Seen {
        var units: [(exposed: ExposedUnit, unit: RolloutUnit)] = []
        /// The last exposure that was looked at; nil when none was looked for.
        var lastExposure: Int64?
        var alarms = RolloutAlarms()
    }

    /// Reads without keeping anybody from deciding.
    private func see(_ run: RolloutRun, at now: Timestamp) throws -> Seen {
        var seen = Seen()
        let (rollout, scope) = (run.rollout, scope(run.rollout.plan))
        if rollout.weight > 0 { seen.alarms = try eyes.withLock { try $0.alarms(rollout, scope, at: now) } }
        let pause = Nanoseconds(min(60_000_000_000, rollout.plan.unitLength.count / 10))
        if let last = run.lastCollected, now.since(last) < pause, now >= last { return seen }
        let due = try store.exposedUnits(
            of: rollout.id, epoch: rollout.epoch, after: run.lastExposure,
            before: now.advanced(by: -rollout.plan.unitLength), limit: 5_000)
        let units = try eyes.withLock { try $0.units(due.units, of: rollout, after: run.evidence.lastUnit, scope) }
        seen.units = zip(due.units, units).map { ($0, $1) }
        seen.lastExposure = due.last
        return seen
    }

    private func advance(_ former: RolloutRun, _ seen: Seen, at now: Timestamp) throws -> Bool {
        try runs.withLock { runs in
            guard var run = runs[former.rollout.id], run.rollout.epoch == former.rollout.epoch,
                run.evidence.lastUnit == former.evidence.lastUnit
            else { return false }
            if let last = seen.lastExposure { (run.lastCollected, run.lastExposure) = (now, last) }
            for unit in seen.units { run.evidence.add(unit.unit) }
            var events = run.unwritten
            if events.isEmpty {
                events = RolloutEngine.look(at: run.rollout, run.evidence, seen.alarms, at: now)
                // As the evidence was when it was decided: what follows may begin it anew.
                run.take(events)
            }
            guard !events.isEmpty || !seen.units.isEmpty || run.isCourseDue(at: now) else {
                runs[run.rollout.id] = run
                return false
            }
            reduce(run.rollout)
            let standing = run.standing(at: now)
            let isAnyoneTold = try store.change {
                try $0.keep(run, events, taking: seen.units, standing: standing, telling: deliveries)
            }
            if !events.isEmpty || run.isCourseDue(at: now) { run.lastCourse = now }
            run.unwritten = []
            settle(run, in: &runs)
            for event in events { log(event, of: run.rollout) }
            return isAnyoneTold
        }
    }

    /// Begins a rollout.
    func start(_ plan: RolloutPlan, _ request: ControlRequest, _ service: ControlService) throws -> JSON {
        do throws(RolloutPlanError) { try plan.check() } catch {
            throw ControlRefusal(.invalid, "starting a rollout: \(error)")
        }
        let baselines = try eyes.withLock { try $0.baselines(plan, scope(plan), at: clock.now()) }
        var random = SystemRandomNumberGenerator()
        let salt = IdempotencyKey(using: &random).text
        return try runs.withLock { runs in
            var begun: RolloutRun?
            let answer = try service.command(request) { _ in
                { [deliveries] transaction in
                    let (id, attempt) = try transaction.addRollout(plan)
                    let events = try RolloutEngine.start(
                        plan, as: id, attempt: attempt, salt: salt, baselines: baselines, by: transaction.principal,
                        at: transaction.time)
                    guard let rollout = Rollout(id, events) else {
                        throw ControlRefusal(.failed, "starting a rollout: it has no beginning")
                    }
                    let run = RolloutRun(rollout, RolloutEvidence(rollout))
                    _ = try transaction.keep(
                        run, events, standing: run.standing(at: transaction.time), telling: deliveries)
                    begun = run
                    return rollout.json
                }
            }
            if let begun { settle(begun, in: &runs) }
            deliveries.wake()
            return answer
        }
    }

    /// Does what a person wants of a rollout.
    func apply(
        _ command: RolloutCommand, to id: RolloutID, _ request: ControlRequest, _ service: ControlService
    ) throws -> JSON {
        let actor = RolloutEngine.Actor(
            principal: request.peer.caller.principal, roles: service.rules.grant(of: request.peer).roles)
        return try runs.withLock { runs in
            let known = runs[id]
            var decided: (run: RolloutRun, events: [RolloutEvent])?
            do {
                let answer = try service.command(request) { store in
                    { [self] transaction in
                        var run = try known ?? RolloutRun(try transaction.rollout(id))
                        let events = try RolloutEngine.apply(
                            command, by: actor, to: run.rollout, run.evidence, at: transaction.time
                        ) { try? transaction.rolloutBasis($0, of: id) }
                        run.take(events)
                        reduce(run.rollout)
                        decided = (run, events)
                        guard !events.isEmpty else { return run.rollout.json }
                        _ = try transaction.keep(
                            run, run.unwritten + events, standing: run.standing(at: transaction.time),
                            telling: deliveries)
                        return run.rollout.json
                    }
                }
                if var run = decided?.run {
                    run.unwritten = []
                    settle(run, in: &runs)
                }
                deliveries.wake()
                return answer
            } catch let error as StoreError {
                // Taking traffic from the canary is done although it cannot be written yet.
                guard let decided, decided.run.rollout.phase.isFinal, decided.run.rollout.weight == 0 else {
                    throw error
                }
                var run = decided.run
                run.unwritten += decided.events
                runs[id] = run
                logger.error(
                    "a decision is served and not written yet", metadata: ["rollout": "\(id)", "error": "\(error)"])
                return run.rollout.json
            }
        }
    }

    /// Ends the rollout of an app that was given another release, and serves that one.
    func supersede(app: String, with release: String, by principal: String, reason: String) throws {
        let now = clock.now()
        try runs.withLock { runs in
            for (id, former) in runs where former.rollout.plan.app == app {
                var run = former
                let events = RolloutEngine.supersede(run.rollout, run.evidence, by: principal, reason: reason, at: now)
                run.take(events)
                reduce(run.rollout)
                let standing = run.standing(at: now)
                _ = try store.change { try $0.keep(run, events, standing: standing, telling: deliveries) }
                runs[id] = nil
            }
            board.serve(AppTraffic(app: app, stable: release))
        }
    }

    /// Serves less of the canary, if it is to have less, before anything is written.
    private func reduce(_ rollout: Rollout) {
        guard let canary = board.app(flag: rollout.plan.app)?.traffic.canary, canary.rollout == rollout.id,
            rollout.weight < canary.weight
        else { return }
        board.serve(AppTraffic(rollout))
    }

    /// Serves what is written.
    private func settle(_ run: RolloutRun, in runs: inout [RolloutID: RolloutRun]) {
        if run.rollout.phase.isFinal {
            // A note on what is long over changes nothing of what is served.
            guard runs.removeValue(forKey: run.rollout.id) != nil else { return }
        } else {
            runs[run.rollout.id] = run
        }
        board.serve(AppTraffic(run.rollout))
    }

    private func scope(_ plan: RolloutPlan) -> RolloutEyes.Scope {
        RolloutEyes.Scope(
            services: services.withLock { $0[plan.app] } ?? [plan.app], environment: plan.environment)
    }

    private func log(_ event: RolloutEvent, of rollout: Rollout) {
        logger.info(
            "rollout: \(event.change.name)",
            metadata: [
                "rollout": "\(rollout.id)", "app": "\(rollout.plan.app)", "weight": "\(event.weight)",
                "cause": "\(event.cause.rawValue)", "reason": "\(event.reason)",
            ])
    }
}

extension RolloutRun {
    /// One that is over, for whoever still wants to say something of it.
    init(_ record: RolloutRecord) {
        self.init(record.rollout, RolloutEvidence(record.rollout))
    }
}
