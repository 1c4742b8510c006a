/// Everything about one rollout, for a screen or a report.
public struct RolloutDetail: Hashable, Sendable {
    public var rollout: Rollout
    /// How it stands; nil before the first look.
    public var standing: RolloutStanding?
    /// Oldest first.
    public var events: [RolloutEvent]
    /// How the interval of each gate narrowed, oldest first.
    public var course: [CoursePoint]

    /// The interval of a gate at a moment.
    public struct CoursePoint: Hashable, Sendable {
        public var time: Timestamp
        public var gate: String
        /// As in `GateStanding`.
        public var stable: Double?
        public var canary: Double?
        public var lower: Double?
        public var upper: Double?

        /// A point of the given parts.
        public init(time: Timestamp, _ standing: GateStanding) {
            (self.time, gate, stable, canary) = (time, standing.gate, standing.stable, standing.canary)
            (lower, upper) = (standing.lower, standing.upper)
        }
    }

    /// A rollout with what is known of it.
    public init(rollout: Rollout, standing: RolloutStanding?, events: [RolloutEvent], course: [CoursePoint]) {
        (self.rollout, self.standing, self.events, self.course) = (rollout, standing, events, course)
    }
}
