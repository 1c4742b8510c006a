import Domain
import Glibc
import Statistics

extension RolloutEvidence {
    /// How `rollout` stands with this evidence.
    public func standing(_ rollout: Rollout, at time: Timestamp) -> RolloutStanding {
        let lane = rollout.plan.lane(ofStep: rollout.step)
        let elapsed = time.since(rollout.started).seconds
        let isShadow = rollout.currentStep?.weight == nil
        var standing = RolloutStanding(
            rollout, at: time,
            gates: gates.map { gate in
                let limits = GateLimits(rollout)
                return isShadow ? gate.shadowStanding(limits) : gate.standing(lane: lane, limits, elapsed: elapsed)
            },
            harmLimit: -log(rollout.rollbackAlpha))
        (standing.stableUnits, standing.canaryUnits) = (stableUnits, canaryUnits)
        standing.stepUnits =
            isShadow
            ? Int(clamping: lastPair) : (stepUnits.indices.contains(rollout.step) ? stepUnits[rollout.step] : 0)
        if split.seen > 0 {
            standing.plannedShare = split.planned / Double(split.seen)
            standing.seenShare = Double(split.seenCanary) / Double(split.seen)
        }
        standing.sampleRatio = max(split.logEvidence, split.logMismatches)
        (standing.mismatches, standing.harmPeak, standing.lateCalls) = (split.mismatches.events, harmPeak, lateCalls)
        return standing
    }
}

/// What evidence has to reach.
struct GateLimits {
    let harm: Double
    let safe: Double

    init(_ rollout: Rollout) {
        (harm, safe) = (-log(rollout.rollbackAlpha), -log(rollout.plan.promotionAlpha))
    }
}

extension GateEvidence {
    func standing(lane: Int, _ limits: GateLimits, elapsed: Double) -> GateStanding {
        var standing = GateStanding(
            gate: gate.name, isRequired: gate.isRequired, isRelative: gate.metric.scale == .ratio,
            allowed: gate.shown(lanes?.promotionMargin(lane) ?? 0))
        (standing.stable, standing.canary) = (value(stable), value(canary))
        (standing.stableUnits, standing.canaryUnits) = (stable.measured, canary.measured)
        guard let lanes else {
            standing.verdict = isIncomparable ? .incomparable : stable.measured > 0 ? .undecided : .noData
            return standing
        }
        let (harm, safe, interval) = (lanes.rollback, lanes.promotion(lane), lanes.interval())
        (standing.harm, standing.harmPeak, standing.safePeak) = (harm.log, harm.peak, safe.peak)
        (standing.lower, standing.upper) = (interval.lower.map(gate.shown), interval.upper.map(gate.shown))
        standing.verdict = verdict(harm: harm.peak, safe: safe.peak, limits)
        if standing.verdict == .undecided, safe.log > 0.05, elapsed > 0 {
            let seconds = elapsed * max(0, limits.safe - safe.log) / safe.log
            standing.remaining = seconds < 1e9 ? Nanoseconds(Int64(seconds * 1e9)) : nil
        }
        return standing
    }

    /// Of requests that both releases answered.
    func shadowStanding(_ limits: GateLimits) -> GateStanding {
        var standing = GateStanding(
            gate: gate.name, isRequired: gate.isRequired, isRelative: gate.metric.scale == .ratio,
            allowed: gate.shown(shadow?.margin ?? 0))
        (standing.stableUnits, standing.canaryUnits) = (pairs, pairs)
        guard let shadow, pairs > 0 else { return standing }
        (standing.harm, standing.harmPeak, standing.safePeak) = (shadow.harm.log, shadow.harm.peak, shadow.safe.peak)
        standing.verdict =
            shadow.harm.peak >= limits.harm ? .fail : shadow.safe.peak >= limits.safe ? .pass : .undecided
        return standing
    }

    private func verdict(harm: Double, safe: Double, _ limits: GateLimits) -> GateVerdict {
        if harm >= limits.harm { return .fail }
        if isIncomparable { return .incomparable }
        if stable.measured == 0 || canary.measured == 0 { return .noData }
        if canary.measured < gate.metric.fewestUnits { return .undecided }
        return safe >= limits.safe ? .pass : .undecided
    }
}
