extension RolloutEvent {
    /// As stores keep it, webhooks get it and the command line prints it.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("number", JSON(number)), .init("time", JSON(time)), .init("change", .string(change.name)),
            .init("cause", .string(cause.rawValue)), .init("by", JSON(principal)), .init("reason", .string(reason)),
            .init("evidence_digest", JSON(basis?.description)), .init("weight", .number(weight)),
        ]
        switch change {
        case .started(let plan, let attempt, let salt):
            members += [
                .init("plan", plan.json), .init("attempt", JSON(attempt)), .init("salt", .string(salt)),
            ]
        case .epoch(let epoch, let baselines):
            members += [.init("epoch", JSON(epoch)), .init("baselines", .array(baselines.map(\.json)))]
        case .step(let step): members.append(.init("step", JSON(step)))
        case .held(let reason): members.append(.init("held", .string(reason.rawValue)))
        default: break
        }
        if let seen { members.append(.init("seen", seen)) }
        return .object(members)
    }

    /// The event that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let number = json["number"]?.integer.flatMap({ Int(exactly: $0) }), let time = json.moment("time"),
            let change = Change(json), let cause = json["cause"]?.string.flatMap(Cause.init),
            let reason = json["reason"]?.string, let weight = json["weight"]?.double
        else { return nil }
        self.init(
            number: number, time: time, change, cause: cause, by: json["by"]?.string, reason: reason,
            basis: json["evidence_digest"]?.string.flatMap { ContentDigest($0) }, weight: weight, seen: json["seen"])
    }
}

extension RolloutEvent.Change {
    /// The word for it.
    public var name: String {
        switch self {
        case .started: "started"
        case .epoch: "epoch"
        case .step: "step"
        case .waiting: "waiting_approval"
        case .reopened: "reopened"
        case .approved: "approved"
        case .held: "held"
        case .resumed: "resumed"
        case .noted: "noted"
        case .completed: "completed"
        case .rolledBack: "rolled_back"
        case .aborted: "aborted"
        case .superseded: "superseded"
        }
    }

    fileprivate init?(_ json: JSON) {
        func count(_ name: String) -> Int? { json[name]?.integer.flatMap { Int(exactly: $0) } }
        switch json["change"]?.string {
        case "started":
            guard let plan = json["plan"].flatMap(RolloutPlan.init), let attempt = count("attempt"),
                let salt = json["salt"]?.string
            else { return nil }
            self = .started(plan, attempt: attempt, salt: salt)
        case "epoch":
            guard let epoch = count("epoch"), let baselines = json["baselines"]?.array else { return nil }
            self = .epoch(epoch, baselines: baselines.map(GateBaseline.init))
        case "step":
            guard let step = count("step") else { return nil }
            self = .step(step)
        case "waiting_approval": self = .waiting
        case "reopened": self = .reopened
        case "approved": self = .approved
        case "held":
            guard let reason = json["held"]?.string.flatMap(RolloutPhase.HoldReason.init) else { return nil }
            self = .held(reason)
        case "resumed": self = .resumed
        case "noted": self = .noted
        case "completed": self = .completed
        case "rolled_back": self = .rolledBack
        case "aborted": self = .aborted
        case "superseded": self = .superseded
        default: return nil
        }
    }
}

extension GateBaseline {
    var json: JSON { ["mean_harm": JSON(meanHarm), "reference": JSON(reference)] }

    init(_ json: JSON) { self.init(meanHarm: json["mean_harm"]?.double, reference: json["reference"]?.double) }
}
