import Domain
import Synchronization

/// Counts how telemetry arrives while it is taken: one entry for each service and environment.
final class SourceLedger: Sendable {
    private struct State {
        let since: Timestamp
        var sources: [SourceKey: SourceCounts] = [:]
        var otherSpans: Int64 = 0
        var refusals: [String: RefusalCount] = [:]
    }

    private let state: Mutex<State>
    static let capacity = 1_000
    /// Reasons that are told apart.
    private static let reasons = 100

    /// Goes on counting where `known` ended, or begins at `now`.
    init(continuing known: IngestHealth?, at now: Timestamp) {
        var state = State(since: known?.since ?? now)
        for source in known?.sources ?? [] {
            state.sources[SourceKey(service: source.service, environment: source.environment)] = SourceCounts(source)
        }
        state.otherSpans = known?.otherSpans ?? 0
        for refusal in known?.refusals ?? [] { state.refusals[refusal.reason] = refusal }
        self.state = Mutex(state)
    }

    /// Adds what was counted of a request, once it is stored.
    func add(_ counted: [SourceKey: SourceCounts]) {
        guard !counted.isEmpty else { return }
        state.withLock { state in
            for (key, counts) in counted {
                if let index = state.sources.index(forKey: key) {
                    state.sources.values[index].add(counts)
                } else if state.sources.count < Self.capacity {
                    state.sources[key] = counts
                } else {
                    state.otherSpans &+= counts.spans
                }
            }
        }
    }

    /// Counts what was refused, in our own words.
    func refuse(_ reason: String, count: Int, at time: Timestamp) {
        state.withLock { state in
            guard state.refusals[reason] != nil || state.refusals.count < Self.reasons else { return }
            let known = state.refusals[reason]?.count ?? 0
            state.refusals[reason] = RefusalCount(reason: reason, count: known &+ Int64(count), last: time)
        }
    }

    /// How telemetry arrives, at `now`.
    func health(at now: Timestamp) -> IngestHealth {
        state.withLock { state in
            var health = IngestHealth(since: state.since)
            health.written = now
            health.otherSpans = state.otherSpans
            health.sources = state.sources.map { $1.health(of: $0, at: now) }
                .sorted { ($0.service, $0.environment) < ($1.service, $1.environment) }
            health.refusals = state.refusals.values.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
            return health
        }
    }
}

/// Who sends.
struct SourceKey: Hashable, Sendable {
    var service: String
    var environment: String
}
