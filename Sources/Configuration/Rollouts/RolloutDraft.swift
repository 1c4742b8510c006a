import Domain
import Yams

/// A plan while its file is read.
struct RolloutDraft {
    var plan = RolloutPlan(app: "", from: "", to: "", steps: [], gates: [])
    /// Steps and waits as they stand in the file, and where.
    var steps: [(draft: RolloutStepDraft, node: Node)] = []
    /// Where gates stand.
    var gates: [Node] = []
    /// For how long a step may be undecided that says nothing itself.
    var timeout: Nanoseconds?
    var onTimeout: RolloutStep.TimeoutPolicy = .hold

    /// Makes the steps of the plan: a wait belongs to the weight before it.
    ///
    /// - Returns: where each of them stands.
    mutating func makeSteps(_ problems: inout Problems) -> [Node] {
        var nodes: [Node] = []
        for (draft, node) in steps {
            if var step = draft.step {
                step.timeout = draft.timeout ?? timeout ?? max(.hours(24), step.soak)
                step.onTimeout = draft.onTimeout ?? onTimeout
                plan.steps.append(step)
                nodes.append(node)
            } else if plan.steps.isEmpty {
                problems.add("a pause comes after a weight or a shadow", at: node)
            } else {
                draft.wait(in: &plan.steps[plan.steps.count - 1])
            }
        }
        return nodes
    }
}

/// An element of `steps`: a weight, a shadow, or a wait.
struct RolloutStepDraft {
    var weight: Double?
    /// The shortest that a shadow lasts.
    var shadow: Nanoseconds?
    /// For how long to wait; nil without a pause, zero for one that asks for an approval.
    var pause: Nanoseconds?
    var approval: RolloutStep.Approval?
    var timeout: Nanoseconds?
    var onTimeout: RolloutStep.TimeoutPolicy?
    var fewestUnits: Int?

    /// How many of the things that an element can be it is.
    var kinds: Int {
        [weight != nil, shadow != nil, pause != nil || approval != nil].count { $0 }
    }

    /// The step that it begins; nil of a wait.
    var step: RolloutStep? {
        let kind: RolloutStep.Kind
        if let weight { kind = .weight(weight) } else if shadow != nil { kind = .shadow } else { return nil }
        var step = RolloutStep(kind, soak: shadow ?? .minutes(10))
        step.fewestUnits = fewestUnits ?? step.fewestUnits
        return step
    }

    /// Has `step` wait.
    func wait(in step: inout RolloutStep) {
        if let pause, pause > .seconds(0) {
            step.soak = pause
            step.timeout = max(step.timeout, pause)
        }
        if let approval { step.approval = approval } else if pause == .seconds(0) { step.approval = .init() }
    }
}
