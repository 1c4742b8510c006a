import Domain

/// A story that the simulated application goes through: what the world is like, as a function of the time since the demo began.
public struct Scenario: Sendable {
    /// What it is called on the command line.
    public let name: String
    /// What happens, in a sentence.
    public let summary: String
    /// When the trouble begins, measured from the beginning of the demo, so negative in the history; nil without trouble.
    public let onset: Nanoseconds?
    /// What the world is like at a moment, measured from the beginning of the demo. A pure function.
    public let conditions: @Sendable (_ elapsed: Nanoseconds) -> Conditions

    /// Creates a scenario.
    public init(
        name: String, summary: String, onset: Nanoseconds?,
        conditions: @escaping @Sendable (_ elapsed: Nanoseconds) -> Conditions
    ) {
        self.name = name
        self.summary = summary
        self.onset = onset
        self.conditions = conditions
    }
}

extension Scenario {
    /// All scenarios, in the order in which they are listed.
    public static let all = [calm, slowCanary, errors]

    /// The scenario of this name; nil when there is none.
    public init?(named name: String) {
        guard let scenario = Self.all.first(where: { $0.name == name }) else { return nil }
        self = scenario
    }

    /// Nothing is wrong; a healthy canary serves a few.
    public static let calm = Scenario(
        name: "calm", summary: "a healthy canary at 5 % and nothing wrong", onset: nil
    ) { elapsed in healthyCanary(elapsed) }

    /// The canary is several times slower and makes things up.
    public static let slowCanary: Scenario = {
        let onset = Nanoseconds.minutes(-8)
        return Scenario(
            name: "slow-canary", summary: "release r42 goes to 5 % eight minutes ago: slow, and less faithful",
            onset: onset
        ) { elapsed in
            var conditions = Conditions()
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
            name: "errors", summary: "claude-sonnet-4-5 fails in half of its calls since six minutes ago", onset: onset
        ) { elapsed in
            var conditions = healthyCanary(elapsed)
            if elapsed >= onset && elapsed < end { conditions.outages[ChatModel.claudeSonnet.name] = 0.5 }
            return conditions
        }
    }()

    private static func healthyCanary(_ elapsed: Nanoseconds) -> Conditions {
        var conditions = Conditions()
        conditions.canaryShare = elapsed >= .minutes(-40) ? 0.05 : 0
        conditions.canary.slowness = 0.9
        return conditions
    }
}
