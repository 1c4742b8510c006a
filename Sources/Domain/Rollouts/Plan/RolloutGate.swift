/// What has to be shown of the canary before it gets more traffic, and what takes its traffic away.
public struct RolloutGate: Hashable, Sendable {
    /// By which it is known; the metric's text unless somebody chose another.
    public var name: String
    public var metric: RolloutMetric
    /// To go on, a difference as large as this must be excluded. At the last weights; early steps have wider ones.
    public var margin: GateMargin
    /// The canary is rolled back when it is worse by more than this.
    public var rollbackMargin: GateMargin
    /// Whether it decides; otherwise it is only watched.
    public var isRequired: Bool

    /// A gate with the margins that its metric usually has.
    public init(_ metric: RolloutMetric, name: String? = nil, isRequired: Bool = true) {
        (self.metric, self.isRequired) = (metric, isRequired)
        self.name = name ?? metric.text
        (margin, rollbackMargin) = metric.usualMargins
    }

    func check(_ place: String) throws(RolloutPlanError) {
        guard !name.isEmpty, name.utf8.count <= 128 else {
            throw RolloutPlanError(place + ".name", "must have 1 to 128 bytes")
        }
        if case .score(_, let scale) = metric {
            guard scale.lowest < scale.highest, (scale.highest - scale.lowest).isFinite else {
                throw RolloutPlanError(place + ".range", "must be two numbers, the lower one first")
            }
        }
        for (member, margin) in [("margin", margin), ("rollback_margin", rollbackMargin)] {
            try check(margin, place + "." + member)
        }
        guard margin != .none else {
            throw RolloutPlanError(
                place + ".margin", "must be more than 0: that nothing at all differs cannot be shown")
        }
    }

    private func check(_ margin: GateMargin, _ place: String) throws(RolloutPlanError) {
        guard margin.absolute >= 0, margin.relative >= 0, margin.relative <= 10 else {
            throw RolloutPlanError(place, "must be at least 0 and at most 1000%")
        }
        switch metric.scale {
        case .share:
            guard margin.absolute <= 1 else { throw RolloutPlanError(place, "must be at most 100pp") }
        case .points:
            guard margin.relative == 0 else {
                throw RolloutPlanError(place, "must be in points of the score, such as 0.03")
            }
        case .ratio:
            guard margin.absolute == 0 else { throw RolloutPlanError(place, "must be a percentage, such as 15%") }
        }
    }
}

extension RolloutMetric {
    /// To promote, and to roll back.
    fileprivate var usualMargins: (GateMargin, GateMargin) {
        switch self {
        case .errorRate, .rate: (GateMargin(absolute: 0.005, relative: 0.5), .none)
        case .thumbsDown: (GateMargin(absolute: 0.005, relative: 0.5), GateMargin(relative: 0.5))
        case .score(_, let scale):
            (
                GateMargin(absolute: 0.03 * (scale.highest - scale.lowest)),
                GateMargin(absolute: 0.01 * (scale.highest - scale.lowest))
            )
        case .cost, .tokens: (GateMargin(relative: 0.15), GateMargin(relative: 0.05))
        case .latency, .timeToFirstToken: (GateMargin(relative: 0.2), GateMargin(relative: 0.1))
        }
    }
}
