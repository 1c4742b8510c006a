/// One step of a rollout: how much traffic the canary gets, and what it takes to go on.
public struct RolloutStep: Hashable, Sendable {
    /// What the canary gets.
    public enum Kind: Hashable, Sendable {
        /// Copies of requests, whose answers nobody sees.
        case shadow
        /// A share of the units; above 0, at most 1.
        case weight(Double)
    }

    /// What happens when a step has run for its longest and its gates are undecided.
    public enum TimeoutPolicy: String, Hashable, Sendable, CaseIterable {
        /// Waits for a person.
        case hold
        case rollback
        /// Goes on when nothing speaks of harm, and writes down that there was no proof.
        case proceedIfNoHarm = "proceed_if_no_harm"
    }

    /// Who has to agree before the next step.
    public struct Approval: Hashable, Sendable {
        /// Roles of which an approver needs one.
        public var roles: Set<AccessRole>
        /// How many persons.
        public var count: Int

        /// An approval by so many persons.
        public init(roles: Set<AccessRole> = [.approver], count: Int = 1) { (self.roles, self.count) = (roles, count) }
    }

    public var kind: Kind
    /// The shortest that the step lasts: caches warm up, judges come late.
    public var soak: Nanoseconds
    /// The longest that it may be undecided.
    public var timeout: Nanoseconds
    public var onTimeout: TimeoutPolicy
    /// Canary units, or pairs of a shadow, that the step itself must have seen.
    public var fewestUnits: Int
    /// Nil when nobody has to agree.
    public var approval: Approval?

    /// A step with the defaults of everything else.
    public init(_ kind: Kind, soak: Nanoseconds = .minutes(10), approval: Approval? = nil) {
        (self.kind, self.soak, self.approval) = (kind, soak, approval)
        (timeout, onTimeout, fewestUnits) = (.hours(24), .hold, 30)
    }

    /// The share of units, 0 … 1; nil of a shadow.
    public var weight: Double? { if case .weight(let weight) = kind { weight } else { nil } }

    func check(_ place: String) throws(RolloutPlanError) {
        if let weight, !(weight > 0 && weight <= 1) {
            throw RolloutPlanError(place, "the weight must be above 0 and at most 100")
        }
        guard soak >= .seconds(0), soak <= .days(30) else {
            throw RolloutPlanError(place, "the soak must be at most 30d")
        }
        guard timeout >= .seconds(1), timeout >= soak, timeout <= .days(90) else {
            throw RolloutPlanError(place, "the timeout must be at least the soak and at most 90d")
        }
        guard (0...1_000_000).contains(fewestUnits) else {
            throw RolloutPlanError(place, "fewest_units must be 0 to 1000000")
        }
        guard let approval else { return }
        guard (1...16).contains(approval.count) else { throw RolloutPlanError(place, "count must be 1 to 16") }
        guard !approval.roles.isEmpty, approval.roles.isSubset(of: [.editor, .approver]) else {
            throw RolloutPlanError(place, "roles must be among editor and approver")
        }
    }
}
