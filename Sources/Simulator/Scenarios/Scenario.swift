import Domain

/// A story that the simulated application goes through: what the world is like, as a function of the time since the demo began.
public struct Scenario: Sendable {
    /// What it is called on the command line.
    public let name: String
    /// What happens, in a sentence.
    public let summary: String
    /// When the trouble begins, measured from the beginning of the demo, so negative in the history; nil without trouble.
    public let onset: Nanoseconds?
    /// How far back the history has to go for the story to be told; nil when a day will do.
    public let history: Nanoseconds?
    /// What deploy scripts of the simulated company say that they did, oldest first.
    public let deploys: [Deploy]
    /// What the world is like at a moment, measured from the beginning of the demo. A pure function.
    public let conditions: @Sendable (_ elapsed: Nanoseconds) -> Conditions

    /// Creates a scenario.
    public init(
        name: String, summary: String, onset: Nanoseconds?, history: Nanoseconds? = nil, deploys: [Deploy] = [],
        conditions: @escaping @Sendable (_ elapsed: Nanoseconds) -> Conditions
    ) {
        self.name = name
        self.summary = summary
        self.onset = onset
        self.history = history
        self.deploys = deploys
        self.conditions = conditions
    }
}

extension Scenario {
    /// All scenarios, in the order in which they are listed.
    public static let all = [calm, slowCanary, errors, costSpike, modelSwap, drift]

    /// The scenario of this name; nil when there is none.
    public init?(named name: String) {
        guard let scenario = Self.all.first(where: { $0.name == name }) else { return nil }
        self = scenario
    }

    /// Nothing is wrong; a healthy canary serves a few.
    public static let calm = Scenario(
        name: "calm", summary: "a healthy canary at 5 % and nothing wrong", onset: nil, deploys: usualDeploys
    ) { elapsed in healthyCanary(elapsed) }

    /// The canary is several times slower and makes things up.
    public static let slowCanary: Scenario = {
        let onset = Nanoseconds.minutes(-8)
        return Scenario(
            name: "slow-canary", summary: "release r42 goes to 5 % eight minutes ago: slow, and less faithful",
            onset: onset, deploys: usualDeploys
        ) { elapsed in
            var conditions = usual(elapsed)
            conditions.canaryShare = elapsed >= onset ? 0.05 : 0
            conditions.canary = .init(slowness: 3, stragglers: 0.12, faithfulness: 0.78, relevance: 0.88)
            return conditions
        }
    }()

    /// One model fails for a quarter of an hour.
    public static let errors: Scenario = {
        let onset = Nanoseconds.minutes(-6)
        let end = Nanoseconds.minutes(9)
        return Scenario(
            name: "errors", summary: "claude-sonnet-4-5 fails in half of its calls since six minutes ago", onset: onset,
            deploys: usualDeploys + [Deploy(at: onset, "claude-sonnet-4-5 through the gateway in eu-west", .supportBot)]
        ) { elapsed in
            var conditions = healthyCanary(elapsed)
            if elapsed >= onset && elapsed < end { conditions.outages[ChatModel.claudeSonnet.name] = 0.5 }
            return conditions
        }
    }()

    /// A new version of the prompt begins with the date and is longer: the provider's cache never knows its beginning.
    public static let costSpike: Scenario = {
        let onset = Nanoseconds.minutes(-7)
        return Scenario(
            name: "cost-spike", summary: "a call costs twice as much since prompt version 8, seven minutes ago",
            onset: onset, deploys: usualDeploys
        ) { elapsed in
            var conditions = healthyCanary(elapsed)
            if elapsed >= onset {
                conditions.stable.promptVersion = "8"
                conditions.stable.extraTokens = 1200
                conditions.stable.caching = 0
            }
            return conditions
        }
    }()

    /// The provider lets another model answer under the same name.
    public static let modelSwap: Scenario = {
        let onset = Nanoseconds.minutes(-9)
        return Scenario(
            name: "model-swap",
            summary: "gpt-4o answers as gpt-4o-2026-11-06 since nine minutes ago: slower, and worse",
            onset: onset, deploys: usualDeploys
        ) { elapsed in
            var conditions = healthyCanary(elapsed)
            if elapsed >= onset {
                conditions.substitutes[ChatModel.gpt4o.name] = .init(
                    name: "gpt-4o-2026-11-06", slowness: 1.7, loss: 0.12)
            }
            return conditions
        }
    }()

    /// What customers ask changes bit by bit, and so do the answers; nothing fails.
    public static let drift = Scenario(
        name: "drift",
        summary: "questions about VPN grow since ten hours ago, Arabic appears, prompts lengthen, answers turn sour",
        onset: DriftStarts.topic, history: .days(3), deploys: usualDeploys
    ) { elapsed in
        var conditions = usual(elapsed)
        conditions.questions.language = .init(name: "ar", share: elapsed >= DriftStarts.language ? 0.25 : 0)
        if elapsed >= DriftStarts.topic { conditions.questions.topic = .init(name: "vpn", share: 0.3) }
        if elapsed >= DriftStarts.length { conditions.questions.sentences = 3 }
        if elapsed >= DriftStarts.tone { conditions.sourness = 0.5 }
        return conditions
    }

    private static func healthyCanary(_ elapsed: Nanoseconds) -> Conditions {
        var conditions = usual(elapsed)
        conditions.canaryShare = elapsed >= .minutes(-40) ? 0.05 : 0
        conditions.canary.slowness = 0.9
        return conditions
    }

    /// What changes on any day and harms nobody: a prompt version and a release of the service that sums conversations up.
    private static func usual(_ elapsed: Nanoseconds) -> Conditions {
        var conditions = Conditions()
        if elapsed >= .minutes(-26) { conditions.summaries.promptVersion = "4" }
        if elapsed >= .minutes(-12) { conditions.summaries.release = "summarise@r10" }
        return conditions
    }

    private static let usualDeploys = [
        Deploy(at: .minutes(-33), "knowledge base 2211", .supportBot),
        Deploy(at: .minutes(-12), "summarise r10", .summarise),
    ]
}
