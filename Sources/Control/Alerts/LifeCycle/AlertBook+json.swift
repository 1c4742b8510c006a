import Domain

extension AlertBook {
    /// One alert with all that is remembered of it; nil when there is none. What `insert(record:)` takes in.
    public func record(of id: AlertID) -> JSON? {
        alerts[id].map { alert in
            .object([.init("alert", alert.json), .init("memory", (memories[id] ?? AlertMemory()).json)])
        }
    }

    /// Whether `record(of:)` says the same of an alert in both, without writing any.
    public func hasSameRecord(of id: AlertID, as other: AlertBook) -> Bool {
        alerts[id] == other.alerts[id] && memories[id] ?? AlertMemory() == other.memories[id] ?? AlertMemory()
    }

    /// Takes in what `record(of:)` gave; false when it is something else.
    @discardableResult
    public mutating func insert(record: JSON) -> Bool {
        guard let alert = record["alert"].flatMap(Alert.init), let memory = record["memory"].flatMap(AlertMemory.init)
        else { return false }
        alerts[alert.id] = alert
        memories[alert.id] = memory
        return true
    }

    /// Everything but the alerts.
    public var common: JSON {
        [
            "silences": .array(silences.map(\.json)), "next_silence": .integer(nextSilence),
            "groups": .object(groups.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) }),
            "last_data": .object(
                lastData.sorted { $0.key < $1.key }.map { name, subjects in
                    .init(
                        name,
                        .array(
                            subjects.sorted { $0.key.sortKey < $1.key.sortKey }.map {
                                ["subject": $0.key.json, "time": JSON($0.value)]
                            }))
                }),
            "clock": JSON(clock),
            "leap": leap.map { ["from": JSON($0.from), "to": JSON($0.to)] } ?? .null,
        ]
    }

    /// A book of what `common` and `record(of:)` gave. What is wrong is left out.
    public init(common: JSON, records: some Sequence<JSON>) {
        self.init()
        silences = (common["silences"]?.array ?? []).compactMap(Silence.init)
        let newest = silences.map(\.id.rawValue).max() ?? 0
        nextSilence = max(common["next_silence"]?.integer ?? 1, newest < .max ? newest + 1 : newest)
        for member in common["groups"]?.members ?? [] { groups[member.name] = AlertGroup(member.value) }
        for member in common["last_data"]?.members ?? [] {
            for entry in member.value.array ?? [] {
                guard let subject = entry["subject"].flatMap(AlertSubject.init), let time = entry.moment("time") else {
                    continue
                }
                lastData[member.name, default: [:]][subject] = time
            }
        }
        clock = common.moment("clock")
        if let json = common["leap"], let from = json.moment("from"), let to = json.moment("to") {
            leap = Leap(from: from, to: to)
        }
        for record in records { insert(record: record) }
    }
}

extension AlertMemory {
    /// The moments by the names that they have in a store.
    private static let moments: [(name: String, place: any WritableKeyPath<AlertMemory, Timestamp?> & Sendable)] = [
        ("crossed_since", \.crossedSince), ("page_since", \.pageSince), ("calm_since", \.calmSince),
        ("below_page_since", \.belowPageSince), ("missing_since", \.missingSince), ("fired_since", \.firedSince),
    ]

    var json: JSON {
        // Most of it is mostly nothing: only what is there is written.
        var members = Self.moments.compactMap { name, place in
            self[keyPath: place].map { JSON.Member(name, JSON($0)) }
        }
        if let peak { members.append(.init("peak", .string(peak.rawValue))) }
        if let told { members.append(.init("told", .string(told.rawValue))) }
        if let group { members.append(.init("group", .string(group))) }
        if !comings.isEmpty { members.append(.init("comings", .array(comings.map { JSON($0) }))) }
        if let episode {
            members.append(
                .init(
                    "episode",
                    [
                        "since": JSON(episode.since), "end": JSON(episode.end),
                        "severity": .string(episode.severity.rawValue),
                    ]))
        }
        return .object(members)
    }

    init?(_ json: JSON) {
        guard json.members != nil else { return nil }
        for (name, place) in Self.moments { self[keyPath: place] = json.moment(name) }
        peak = json["peak"]?.string.flatMap(AlertSeverity.init)
        told = json["told"]?.string.flatMap(AlertSeverity.init)
        group = json["group"]?.string
        comings = (json["comings"]?.array ?? []).compactMap { $0.string.flatMap { Timestamp(rfc3339: $0) } }
        if let part = json["episode"], let since = part.moment("since"), let end = part.moment("end"),
            let severity = part["severity"]?.string.flatMap(AlertSeverity.init)
        {
            episode = Episode(since: since, end: end, severity: severity)
        }
    }
}

extension AlertGroup {
    var json: JSON {
        [
            "id": .string(id), "members": .array(members.sorted().map { .string($0.description) }),
            "told": .string(told.rawValue), "told_at": JSON(toldAt), "said_at": JSON(saidAt),
            "receivers": .array(receivers.map(JSON.string)),
        ]
    }

    init?(_ json: JSON) {
        guard let id = json["id"]?.string, let told = json["told"]?.string.flatMap(AlertSeverity.init),
            let toldAt = json.moment("told_at"), let saidAt = json.moment("said_at")
        else { return nil }
        self.init(
            id: id, members: Set((json["members"]?.array ?? []).compactMap { $0.string.flatMap { AlertID($0) } }),
            told: told, toldAt: toldAt, saidAt: saidAt,
            receivers: (json["receivers"]?.array ?? []).compactMap(\.string))
    }
}
