extension Alert {
    /// As stores keep it and the command line prints it.
    public var json: JSON {
        [
            "id": .string(id.description), "rule": .string(rule), "subject": subject.json, "watched": watched.json,
            "severity": .string(severity.rawValue), "state": .string(state.name), "since": JSON(since),
            "resolved_at": JSON(state.end), "reading": reading.json,
            "acknowledged": acknowledgement.map { ["by": .string($0.principal), "time": JSON($0.time)] } ?? .null,
            "silence": JSON(silence?.rawValue), "flapping": .bool(isFlapping),
            "notes": .array(
                notes.map { ["by": .string($0.principal), "time": JSON($0.time), "text": .string($0.text)] }),
        ]
    }

    /// The alert that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let rule = json["rule"]?.string, let subject = json["subject"].flatMap(AlertSubject.init),
            let watched = json["watched"].flatMap(AlertWatched.init),
            let severity = json["severity"]?.string.flatMap(AlertSeverity.init), let state = State(json),
            let reading = json["reading"].flatMap(AlertReading.init)
        else { return nil }
        self.init(
            rule: rule, subject: subject, watched: watched, severity: severity, state: state, reading: reading)
        guard json["id"]?.string == id.description else { return nil }
        if let part = json["acknowledged"], let principal = part["by"]?.string, let time = part.moment("time") {
            acknowledgement = Acknowledgement(principal: principal, time: time)
        }
        silence = json["silence"]?.integer.map(SilenceID.init)
        isFlapping = json["flapping"]?.bool ?? false
        notes = (json["notes"]?.array ?? []).compactMap { note in
            guard let principal = note["by"]?.string, let time = note.moment("time"), let text = note["text"]?.string
            else { return nil }
            return Note(principal: principal, time: time, text: text)
        }
    }
}

extension Alert.State {
    /// `pending`, `firing`, `no_data` or `resolved`.
    public var name: String {
        switch self {
        case .pending: "pending"
        case .firing: "firing"
        case .noData: "no_data"
        case .resolved: "resolved"
        }
    }

    fileprivate var end: Timestamp? { if case .resolved(_, let end) = self { end } else { nil } }

    fileprivate init?(_ json: JSON) {
        guard let since = json.moment("since") else { return nil }
        switch json["state"]?.string {
        case "pending": self = .pending(since: since)
        case "firing": self = .firing(since: since)
        case "no_data": self = .noData(since: since)
        case "resolved":
            guard let end = json.moment("resolved_at") else { return nil }
            self = .resolved(since: since, at: end)
        default: return nil
        }
    }
}

extension AlertReading {
    /// `time`, `value`, `limit` and `calls`.
    public var json: JSON {
        ["time": JSON(time), "value": JSON(value), "limit": JSON(limit), "calls": .integer(calls)]
    }

    /// The reading that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let time = json.moment("time"), let calls = json["calls"]?.integer else { return nil }
        self.init(time: time, value: json["value"]?.double, limit: json["limit"]?.double, calls: calls)
    }
}
