import Domain

/// What was counted of one source.
struct SourceCounts: Sendable {
    private(set) var spans: Int64 = 0
    private var lastSeen: Timestamp
    private var late: Int64 = 0
    private var irregular: [Int64] = Array(repeating: 0, count: SourceCounts.irregularities.count)
    private var rate = RecentRate()
    private var lateRate = RecentRate()
    private var delay = RecentMinimum()
    private var clients: [ClientKey: ClientHealth] = [:]

    /// Instrumentations of a source that are told apart.
    private static let clientCapacity = 32
    /// Later than this is late: exporters wait for some seconds.
    private static let patience = Nanoseconds.minutes(1)
    private static let irregularities: [(flag: TelemetryFlags, words: String)] = [
        (.clock, "ended before it began"), (.time, "impossible time"), (.usage, "impossible token counts"),
        (.cut, "cut at the limits"), (.text, "ill-formed UTF-8"), (.duplicateKey, "keys twice"),
        (.cacheOutsideInput, "cached tokens left out of the input"),
        (.reasoningOutsideOutput, "reasoning tokens left out of the output"),
    ]

    private init(at time: Timestamp) { lastSeen = time }

    /// What was counted before.
    init(_ health: SourceHealth) {
        (spans, lastSeen, late) = (health.spans, health.lastSeen, health.late)
        irregular = Self.irregularities.map { health.irregular[$0.words] ?? 0 }
        for client in health.clients.prefix(Self.clientCapacity) { clients[ClientKey(client)] = client }
    }

    /// Counts the spans of one request by their source. Spans of one source and instrumentation stand together in a request, so names are
    /// looked at once for each such run.
    static func counted(_ telemetry: Telemetry) -> [SourceKey: SourceCounts] {
        var counted: [SourceKey: SourceCounts] = [:]
        var rest = telemetry.spans[...]
        while let first = rest.first {
            let run = rest.prefix { $0.isMade(as: first) }
            let key = SourceKey(service: first.call.service, environment: first.call.environment)
            counted[key, default: SourceCounts(at: telemetry.received)].count(run, received: telemetry.received)
            rest = rest[run.endIndex...]
        }
        return counted
    }

    private mutating func count(_ run: ArraySlice<SpanObservation>, received: Timestamp) {
        guard let first = run.first else { return }
        spans &+= Int64(run.count)
        rate.add(run.count, at: received)
        for observation in run where !observation.flags.contains(.time) {
            let delay = received.since(observation.end)
            self.delay.add(delay, at: received)
            if delay > Self.patience {
                late &+= 1
                lateRate.add(1, at: received)
            }
        }
        for observation in run where !observation.flags.isEmpty {
            for (index, irregularity) in Self.irregularities.enumerated()
            where observation.flags.contains(irregularity.flag) {
                irregular[index] &+= 1
            }
        }
        let span = first.span
        var client = ClientHealth(name: span.scopeName, version: span.scopeVersion, dialect: first.call.dialect)
        client.spans = Int64(run.count)
        for observation in run where !observation.call.lint.isEmpty {
            for rule in observation.call.lint.rules { client.lint[rule, default: 0] &+= 1 }
            client.example = observation.span.traceID
        }
        add(client)
    }

    /// Adds what was counted of the same source.
    mutating func add(_ other: SourceCounts) {
        spans &+= other.spans
        lastSeen = max(lastSeen, other.lastSeen)
        late &+= other.late
        for index in irregular.indices { irregular[index] &+= other.irregular[index] }
        rate.add(other.rate)
        lateRate.add(other.lateRate)
        delay.add(other.delay)
        for client in other.clients.values { add(client) }
    }

    private mutating func add(_ client: ClientHealth) {
        let key = ClientKey(client)
        if let index = clients.index(forKey: key) {
            clients.values[index].spans &+= client.spans
            clients.values[index].lint.merge(client.lint) { $0 &+ $1 }
            clients.values[index].example = client.example ?? clients.values[index].example
        } else if clients.count < Self.clientCapacity {
            clients[key] = client
        }
    }

    /// What was counted, for people.
    func health(of key: SourceKey, at now: Timestamp) -> SourceHealth {
        var health = SourceHealth(service: key.service, environment: key.environment, lastSeen: lastSeen)
        (health.spans, health.late) = (spans, late)
        health.spansPerSecond = rate.perSecond(at: now)
        health.latePerSecond = lateRate.perSecond(at: now)
        health.shortestDelay = delay.value(at: now)
        for (irregularity, count) in zip(Self.irregularities, irregular) where count > 0 {
            health.irregular[irregularity.words] = count
        }
        health.clients = clients.values.sorted { ($1.spans, $0.name) < ($0.spans, $1.name) }
        return health
    }

    private struct ClientKey: Hashable {
        var name: String
        var version: String
        var dialect: Dialect

        init(_ client: ClientHealth) {
            (name, version, dialect) = (client.name, client.version, client.dialect)
        }
    }
}

extension SpanObservation {
    /// Whether the same instrumentation of the same source made both, in the same dialect.
    fileprivate func isMade(as other: SpanObservation) -> Bool {
        span.batch === other.span.batch && span.resourceIndex == other.span.resourceIndex
            && span.scopeIndex == other.span.scopeIndex && call.dialect == other.call.dialect
            && call.environment == other.call.environment
    }
}
