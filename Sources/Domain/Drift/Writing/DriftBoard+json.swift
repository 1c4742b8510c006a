extension DriftBoard {
    /// What `headframe drift --json` prints.
    public var json: JSON {
        [
            "evaluated": JSON(evaluated), "budget_days": .number(budget.seconds / 86_400),
            "findings": .array(findings.map(\.json)), "references": .array(references.map(\.json)),
            "failures": .array(failures.map(\.json)), "troubles": .array(troubles.map(JSON.string)),
        ]
    }

    /// The board that `json` says; nil when it is something else. Parts that are wrong are left out.
    public init?(_ json: JSON) {
        guard let evaluated = json.moment("evaluated"), let days = json["budget_days"]?.double, days > 0, days < 10_000
        else { return nil }
        self.init(evaluated: evaluated, budget: Nanoseconds(Int64(days * 86_400e9)))
        findings = (json["findings"]?.array ?? []).compactMap(DriftFinding.init)
        references = (json["references"]?.array ?? []).compactMap(DriftReference.init)
        failures = (json["failures"]?.array ?? []).compactMap(FailureCluster.init)
        troubles = (json["troubles"]?.array ?? []).compactMap(\.string)
    }
}

extension DriftReference {
    /// As boards and the log of changes say it.
    public var json: JSON {
        [
            "environment": .string(subject.environment), "service": .string(subject.service),
            "side": .string(side.rawValue), "from": JSON(from), "to": JSON(to), "calls": .integer(calls),
            "release": JSON(release), "by": .string(principal), "reason": .string(reason), "chosen": JSON(chosen),
            "hour_matched": .bool(isHourMatched),
        ]
    }

    /// The reference that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let environment = json["environment"]?.string, let service = json["service"]?.string,
            let side = json["side"]?.string.flatMap({ DriftSignal.Side(rawValue: $0) }), let from = json.moment("from"),
            let principal = json["by"]?.string, let reason = json["reason"]?.string, let chosen = json.moment("chosen")
        else { return nil }
        self.init(
            subject: DriftSubject(environment: environment, service: service), side: side, from: from,
            to: json.moment("to"), calls: json["calls"]?.integer ?? 0, release: json["release"]?.string,
            principal: principal, reason: reason, chosen: chosen)
    }
}

extension FailureCluster {
    /// As boards say it.
    public var json: JSON {
        [
            "id": .string(id), "environment": .string(subject.environment), "service": .string(subject.service),
            "words": .array(words.map(JSON.string)), "failures": .integer(failures), "calls": .integer(calls),
            "lift": JSON(lift), "p": JSON(p), "examples": .array(examples.map(\.json)),
        ]
    }

    /// The cluster that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let id = json["id"]?.string, let environment = json["environment"]?.string,
            let service = json["service"]?.string, let failures = json["failures"]?.integer,
            let calls = json["calls"]?.integer, let lift = json["lift"]?.double, let p = json["p"]?.double
        else { return nil }
        self.init(
            id: id, subject: DriftSubject(environment: environment, service: service),
            words: (json["words"]?.array ?? []).compactMap(\.string), failures: failures, calls: calls, lift: lift,
            p: p,
            examples: (json["examples"]?.array ?? []).compactMap(DriftExplanation.Example.init))
    }
}
