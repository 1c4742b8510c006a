extension IngestHealth {
    /// As it stands in the store.
    public var json: JSON {
        [
            "since": .string(since.rfc3339()), "written": .string(written.rfc3339()),
            "sources": .array(sources.map(\.json)), "other_spans": .integer(otherSpans),
            "refusals": .array(
                refusals.map {
                    [
                        "reason": .string($0.reason), "count": .integer($0.count), "last": .string($0.last.rfc3339()),
                    ]
                }),
        ]
    }

    /// What `json` says; nil when it is something else. Parts that are wrong are left out.
    public init?(_ json: JSON) {
        guard let since = json.moment("since"), let written = json.moment("written") else { return nil }
        self.init(since: since)
        self.written = written
        sources = (json["sources"]?.array ?? []).compactMap(SourceHealth.init)
        otherSpans = json["other_spans"]?.integer ?? 0
        refusals = (json["refusals"]?.array ?? []).compactMap { entry in
            guard let reason = entry["reason"]?.string, let count = entry["count"]?.integer,
                let last = entry.moment("last")
            else { return nil }
            return RefusalCount(reason: reason, count: count, last: last)
        }
    }
}

extension SourceHealth {
    fileprivate var json: JSON {
        [
            "service": .string(service), "environment": .string(environment),
            "last_seen": .string(lastSeen.rfc3339()), "spans": .integer(spans),
            "spans_per_second": JSON(spansPerSecond),
            "shortest_delay_ms": JSON(shortestDelay?.milliseconds), "late": .integer(late),
            "late_per_second": JSON(latePerSecond),
            "irregular": JSON(counts: irregular), "clients": .array(clients.map(\.json)),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let service = json["service"]?.string, let environment = json["environment"]?.string,
            let lastSeen = json.moment("last_seen")
        else { return nil }
        self.init(service: service, environment: environment, lastSeen: lastSeen)
        spans = json["spans"]?.integer ?? 0
        spansPerSecond = json["spans_per_second"]?.double ?? 0
        shortestDelay = json["shortest_delay_ms"]?.double.flatMap { Int64(exactly: ($0 * 1e6).rounded()) }
            .map { Nanoseconds($0) }
        late = json["late"]?.integer ?? 0
        latePerSecond = json["late_per_second"]?.double ?? 0
        irregular = json["irregular"]?.counts ?? [:]
        clients = (json["clients"]?.array ?? []).compactMap(ClientHealth.init)
    }
}

extension ClientHealth {
    fileprivate var json: JSON {
        [
            "name": .string(name), "version": .string(version), "dialect": .string(dialect.rawValue),
            "spans": .integer(spans),
            "lint": JSON(counts: Dictionary(uniqueKeysWithValues: lint.map { ($0.key.name, $0.value) })),
            "example": JSON(example?.description),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.string, let version = json["version"]?.string else { return nil }
        self.init(
            name: name, version: version, dialect: json["dialect"]?.string.flatMap(Dialect.init) ?? .none)
        spans = json["spans"]?.integer ?? 0
        for (name, count) in json["lint"]?.counts ?? [:] {
            if let rule = LintRule(name: name) { lint[rule] = count }
        }
        example = json["example"]?.string.flatMap { TraceID(hex: $0) }
    }
}

extension JSON {
    fileprivate init(counts: [String: Int64]) {
        self = .object(counts.sorted { $0.key < $1.key }.map { Member($0.key, .integer($0.value)) })
    }

    fileprivate var counts: [String: Int64] {
        Dictionary(
            (members ?? []).compactMap { member in member.value.integer.map { (member.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
