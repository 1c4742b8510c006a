extension DecisionBasis {
    /// Canonical: always the same members in the same order.
    public var json: JSON {
        [
            "rollout": .integer(rollout.rawValue), "epoch": JSON(epoch), "step": JSON(step), "from": .string(from),
            "to": .string(to),
            "verdicts": .array(
                verdicts.map { ["gate": .string($0.gate), "verdict": .string($0.verdict.rawValue)] }),
        ]
    }

    /// The basis that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let rollout = json["rollout"]?.integer, let epoch = json.count("epoch"), let step = json.count("step"),
            let from = json["from"]?.string, let to = json["to"]?.string,
            let verdicts = json["verdicts"]?.array?.map({ (part) -> Verdict? in
                guard let gate = part["gate"]?.string,
                    let verdict = part["verdict"]?.string.flatMap(GateVerdict.init)
                else { return nil }
                return Verdict(gate: gate, verdict: verdict)
            }), !verdicts.contains(nil)
        else { return nil }
        self.init(
            rollout: RolloutID(rawValue: rollout), epoch: epoch, step: step, from: from, to: to,
            verdicts: verdicts.compactMap(\.self))
    }
}

extension RolloutStanding {
    /// The full numbers seen, as they are kept with a decision.
    public var json: JSON {
        [
            "time": JSON(time), "rollout": .integer(rollout.rawValue), "epoch": JSON(epoch), "step": JSON(step),
            "from": .string(from), "to": .string(to), "evidence_digest": JSON(basis.digest?.description),
            "gates": .array(gates.map(\.json)), "stable_units": JSON(stableUnits), "canary_units": JSON(canaryUnits),
            "step_units": JSON(stepUnits), "planned_share": JSON(plannedShare), "seen_share": JSON(seenShare),
            "sample_ratio": .number(sampleRatio), "mismatches": JSON(mismatches), "harm_peak": .number(harmPeak),
            "harm_limit": .number(harmLimit), "late_calls": JSON(lateCalls),
        ]
    }

    /// The standing that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let time = json.moment("time"), let rollout = json["rollout"]?.integer, let epoch = json.count("epoch"),
            let step = json.count("step"), let from = json["from"]?.string, let to = json["to"]?.string,
            let gates = json["gates"]?.array?.map(GateStanding.init), !gates.contains(nil)
        else { return nil }
        (self.time, self.rollout, self.epoch, self.step) = (time, RolloutID(rawValue: rollout), epoch, step)
        (self.from, self.to, self.gates) = (from, to, gates.compactMap(\.self))
        (stableUnits, canaryUnits) = (json.count("stable_units") ?? 0, json.count("canary_units") ?? 0)
        (stepUnits, mismatches) = (json.count("step_units") ?? 0, json.count("mismatches") ?? 0)
        (plannedShare, seenShare) = (json["planned_share"]?.double, json["seen_share"]?.double)
        (sampleRatio, lateCalls) = (json["sample_ratio"]?.double ?? 0, json.count("late_calls") ?? 0)
        (harmPeak, harmLimit) = (json["harm_peak"]?.double ?? 0, json["harm_limit"]?.double ?? .infinity)
    }
}

extension GateStanding {
    /// As reports print it.
    public var json: JSON {
        [
            "gate": .string(gate), "verdict": .string(verdict.rawValue), "required": .bool(isRequired),
            "relative": .bool(isRelative),
            "stable": JSON(stable), "canary": JSON(canary), "stable_units": JSON(stableUnits),
            "canary_units": JSON(canaryUnits), "allowed": .number(allowed), "lower": JSON(lower),
            "upper": JSON(upper), "harm_peak": .number(harmPeak), "harm": .number(harm),
            "safe_peak": .number(safePeak), "remaining_ms": JSON(remaining.map { $0.count / 1_000_000 }),
        ]
    }

    /// The standing that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let gate = json["gate"]?.string, let verdict = json["verdict"]?.string.flatMap(GateVerdict.init),
            let isRequired = json["required"]?.bool, let allowed = json["allowed"]?.double
        else { return nil }
        self.init(
            gate: gate, isRequired: isRequired, isRelative: json["relative"]?.bool ?? false, allowed: allowed)
        self.verdict = verdict
        (stable, canary) = (json["stable"]?.double, json["canary"]?.double)
        (stableUnits, canaryUnits) = (json.count("stable_units") ?? 0, json.count("canary_units") ?? 0)
        (lower, upper) = (json["lower"]?.double, json["upper"]?.double)
        (harmPeak, harm) = (json["harm_peak"]?.double ?? 0, json["harm"]?.double ?? 0)
        (safePeak, remaining) = (json["safe_peak"]?.double ?? 0, json.length("remaining_ms"))
    }
}

extension JSON {
    func count(_ name: String) -> Int? { self[name]?.integer.flatMap { Int(exactly: $0) } }
}
