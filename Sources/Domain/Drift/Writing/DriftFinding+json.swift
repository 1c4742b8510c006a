extension DriftFinding {
    /// What `headframe drift --json` prints of it.
    public var json: JSON {
        [
            "environment": .string(subject.environment), "service": .string(subject.service),
            "signal": .string(signal.name), "state": .string(state.rawValue), "lack": JSON(lack), "since": JSON(since),
            "reading": reading?.json ?? .null, "course": .array(course.map(\.json)),
            "explanation": explanation?.json ?? .null,
        ]
    }

    /// The finding that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let environment = json["environment"]?.string, let service = json["service"]?.string,
            let signal = json["signal"]?.string.flatMap({ DriftSignal($0) }),
            let state = json["state"]?.string.flatMap({ DriftState(rawValue: $0) })
        else { return nil }
        self.init(
            subject: DriftSubject(environment: environment, service: service), signal: signal, state: state,
            lack: json["lack"]?.string)
        since = json.moment("since")
        reading = json["reading"].flatMap(DriftReading.init)
        course = (json["course"]?.array ?? []).compactMap(DriftReading.init)
        explanation = json["explanation"].flatMap(DriftExplanation.init)
    }
}

extension DriftReading {
    /// As boards say it.
    public var json: JSON {
        [
            "from": JSON(window.from), "to": JSON(window.to), "count": .integer(count), "effect": JSON(effect),
            "p": JSON(p), "large": .bool(isLarge), "evidence": JSON(evidence), "state": .string(state.rawValue),
        ]
    }

    /// The reading that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let from = json.moment("from"), let to = json.moment("to"), let count = json["count"]?.integer,
            let effect = json["effect"]?.double, let evidence = json["evidence"]?.double,
            let state = json["state"]?.string.flatMap({ DriftState(rawValue: $0) })
        else { return nil }
        self.init(
            window: TimeRange(from: from, to: to), count: count, effect: effect, p: json["p"]?.double,
            isLarge: json["large"]?.bool ?? false, evidence: evidence, state: state)
    }
}
