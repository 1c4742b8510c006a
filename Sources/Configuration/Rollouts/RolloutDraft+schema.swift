import Domain
import Yams

extension RolloutDraft {
    /// Every key of a rollout file.
    static var schema: Schema<RolloutDraft> {
        Schema<RolloutDraft>(
            .value("app", \.plan.app, .text, "The app whose traffic moves."),
            .value("environment", \.plan.environment, .optionalText, "Whose calls count; all when it is not there."),
            .value("from", \.plan.from, .text, "The release that serves now."),
            .value("to", \.plan.to, .text, "The release that is tried."),
            Field(
                name: "steps", comment: "What is done one after the other.",
                read: { node, draft, path, problems in
                    draft.steps = elements(node, path, .step, new: RolloutStepDraft(), &problems)
                }, example: { _ in [] }),
            Field(
                name: "gates", comment: "What is compared.",
                read: { node, draft, path, problems in
                    let gates = elements(node, path, .gate, new: RolloutGateDraft(), &problems)
                    for (gate, node) in gates {
                        do throws(RolloutPlanError) {
                            draft.plan.gates.append(try gate.gate())
                            draft.gates.append(node)
                        } catch {
                            problems.add("\(error)", at: node[error.place] ?? node)
                        }
                    }
                }, example: { _ in [] }),
            .section("breakers", \.plan.breakers, .breakers, "Limits outside the statistics."),
            .value("four_eyes", \.plan.needsFourEyes, .bool, "Whether who starts it may not approve it."),
            .value("timeout", \.timeout, .optionalLength, "For how long a step may be undecided."),
            .value("on_timeout", \.onTimeout, .choice, "What happens then."),
            .value("unit", \.plan.unitLength, .length, "How long after it was first served a unit is looked at."),
            .value("approval_expires", \.plan.approvalLength, .length, "For how long an approval counts."),
            .value("rollback_alpha", \.plan.rollbackAlpha, .number(0...1), "The chance of a false roll-back."),
            .value("promotion_alpha", \.plan.promotionAlpha, .number(0...1), "The chance of a false pass.")
        ).checkedAsWhole
    }

    private static func elements<Draft>(
        _ node: Node, _ path: String, _ schema: Schema<Draft>, new: Draft, _ problems: inout Problems
    ) -> [(Draft, Node)] {
        guard let sequence = node.sequence else {
            problems.add("\(path) must be a list", at: node)
            return []
        }
        return sequence.enumerated().map { index, element in
            var draft = new
            schema.read(element, into: &draft, path: "\(path)[\(index)]", problems: &problems)
            return (draft, element)
        }
    }
}

extension Schema<RolloutDraft> {
    /// The plan is looked at once all of it is read, and its mistakes are said where they stand.
    fileprivate var checkedAsWhole: Schema {
        var schema = self
        schema.finish = { node, draft, problems in
            let before = problems.found.count
            let steps = draft.makeSteps(&problems)
            guard problems.found.count == before, before == 0 else { return }
            for mistake in draft.plan.mistakes {
                problems.add("\(mistake)", at: place(mistake.place, node, steps: steps, gates: draft.gates))
            }
        }
        return schema
    }

    private func place(_ text: String, _ root: Node, steps: [Node], gates: [Node]) -> Node {
        let parts = text.split(whereSeparator: { "[].".contains($0) }).map(String.init)
        guard let first = parts.first else { return root }
        let list = first == "steps" ? steps : first == "gates" ? gates : []
        if parts.count > 1, let index = Int(parts[1]), list.indices.contains(index) {
            return parts.count > 2 ? list[index][parts[2]] ?? list[index] : list[index]
        }
        return root[first] ?? root
    }
}

extension Schema<RolloutBreakers> {
    static var breakers: Schema {
        Schema(
            .value("consecutive_failures", \.consecutiveFailures, .optionalCount, "So many, one after the other."),
            .value("cost_per_hour", \.costPerHour, .optionalDollars, "What the canary may cost in an hour."),
            .value("total_failure", \.totalFailure, .optionalLength, "For how long all its calls may fail."))
    }
}

extension Schema<RolloutStepDraft> {
    static var step: Schema {
        Schema(
            .value("setWeight", \.weight, .percent, "The canary's share of the units, in per cent."),
            Field(
                name: "shadow", comment: "Copies of requests, whose answers nobody sees.",
                read: { node, draft, path, problems in
                    draft.shadow = length(node, path, &problems) ?? .minutes(10)
                }, example: { _ in [] }),
            Field(
                name: "pause", comment: "How long to wait, or for an approval when nothing is said.",
                read: { node, draft, path, problems in
                    draft.pause = length(node, path, &problems) ?? .seconds(0)
                }, example: { _ in [] }),
            Field(
                name: "approval", comment: "Who has to agree.",
                read: { node, draft, path, problems in
                    var approval = RolloutStep.Approval()
                    Schema<RolloutStep.Approval>.approval.read(node, into: &approval, path: path, problems: &problems)
                    draft.approval = approval
                }, example: { _ in [] }),
            .value("timeout", \.timeout, .optionalLength, "For how long it may be undecided."),
            .value("on_timeout", \.onTimeout, .optionalPolicy, "What happens then."),
            .value("fewest_units", \.fewestUnits, .optionalCount, "Canary units that it must have seen.")
        ).checked { node, draft, path, problems in
            if draft.kinds != 1 {
                problems.add("\(path) must be one of setWeight, shadow, pause and approval", at: node)
            }
        }
    }

    /// The length in `{duration: 10m}` or `10m`; nil when there is none.
    private static func length(_ node: Node, _ path: String, _ problems: inout Problems) -> Nanoseconds? {
        var duration: Nanoseconds?
        if node.mapping != nil {
            Schema<Nanoseconds?>(.value("duration", \.self, .optionalLength, "How long.")).read(
                node, into: &duration, path: path, problems: &problems)
        } else if let kind = ValueKind<Nanoseconds?>.optionalLength.read(node) {
            duration = kind
        } else {
            problems.add("\(path) must be \(ValueKind<Nanoseconds?>.optionalLength.expected)", at: node)
        }
        return duration
    }
}

extension Schema<RolloutStep.Approval> {
    fileprivate static var approval: Schema {
        Schema(
            .value("roles", \.roles, .roles, "Roles of which an approver needs one."),
            .value("count", \.count, .integer(1...16), "How many persons."))
    }
}
