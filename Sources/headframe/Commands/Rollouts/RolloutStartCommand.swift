import ArgumentParser
import Configuration
import Control
import Domain
import Reports
import Storage

/// `headframe rollout start`: begins a rollout, or says what it would have done.
struct RolloutStartCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Begin a rollout as a file says; --dry-run tries it on recorded traffic.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The file (docs/rollouts.md).", valueName: "file"))
    var file: String

    @Flag(help: "Begin nothing: try the plan on the traffic of the last day and say what would have happened.")
    var dryRun = false

    @Flag(help: "Print JSON.")
    var json = false

    mutating func run() throws {
        guard dryRun else { return try send() }
        try ProgramError.reporting {
            let reader = try store.open()
            let rehearsal = try rehearse(plan(), in: reader, at: SystemClock().now())
            StandardOutput.write(
                RolloutReport.rehearsal(rehearsal.detail, canaryUnits: rehearsal.canaryUnits, json: json))
        }
    }

    func command() throws -> ControlCommand { .startRollout(try plan()) }

    func report(_ answer: JSON) -> String {
        guard !json, let id = answer["id"]?.integer else { return answer.text }
        return "rollout \(id) began: headframe rollout show \(id)"
    }

    private func plan() throws -> RolloutPlan {
        do throws(ConfigurationError) {
            return try RolloutFile.load(file).plan
        } catch {
            throw ProgramError(exit: .configuration, message: error.description).report()
        }
    }

    private func rehearse(_ plan: RolloutPlan, in reader: StoreReader, at now: Timestamp) throws -> RolloutRehearsal {
        let range = TimeRange(from: now.advanced(by: .days(-1)), to: now)
        var terms = [FilterTerm(.equals(.release, [plan.from, plan.to]))]
        if let environment = plan.environment { terms.append(FilterTerm(.equals(.environment, [environment]))) }
        let rows = try reader.requests(
            RequestsQuery(
                range: range, filter: Filter(terms), order: .oldest, limit: Self.mostCalls, longest: .seconds(30)))
        let stable = FilterTerm(.equals(.release, [plan.from]))
        let measures = try reader.stats(StatsQuery(range: range, filter: Filter([stable] + terms.dropFirst()), at: now))
            .total
        do throws(ControlRefusal) {
            return try RolloutRehearsal(
                plan, on: recorded(rows, plan), baselines: plan.gates.map { measures.baseline(of: $0.metric) })
        } catch {
            throw ProgramError(error)
        }
    }

    private func recorded(_ rows: [RequestRow], _ plan: RolloutPlan) -> [RolloutRehearsal.Recorded] {
        var units: [String: RolloutRehearsal.Recorded] = [:]
        for row in rows where row.isCounted {
            let key = row.call.context.session ?? row.call.context.user ?? row.traceID.description
            let isCanary = row.call.context.release == plan.to
            let place = (isCanary ? "canary " : "stable ") + key
            var unit =
                units[place]
                ?? .init(key: key, time: row.start, isCanary: isCanary, values: plan.gates.map { _ in [] })
            for (index, gate) in plan.gates.enumerated() where unit.values[index].count < RolloutUnit.mostValues {
                if let value = row.value(of: gate.metric) { unit.values[index].append(value) }
            }
            units[place] = unit
        }
        return Array(units.values)
    }

    private static let mostCalls = 200_000
}

extension RolloutRehearsal {
    /// What would have happened, as a rollout is shown.
    fileprivate var detail: RolloutDetail {
        RolloutDetail(rollout: rollout, standing: standing, events: events, course: [])
    }
}
