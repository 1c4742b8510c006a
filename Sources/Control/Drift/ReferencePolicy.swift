import Domain
import Statistics

/// When a reference begins and when it is complete. It is never moved along: only a release that takes over begins a new one, and only of
/// what the application makes.
public enum ReferencePolicy {
    /// The reference after an hour that is over.
    ///
    /// - Parameters:
    ///   - reference: what there is; nil when there is none.
    ///   - hour: the calls of the hour.
    /// - Returns: nil when nothing changes.
    public static func after(
        _ reference: DriftReference?, _ subject: DriftSubject, _ side: DriftSignal.Side, hour: WindowSummary,
        _ range: TimeRange, _ settings: DriftSettings
    ) -> DriftReference? {
        let release = side == .output ? leader(hour) : nil
        guard var reference else {
            guard hour.calls > 0 else { return nil }
            var first = DriftReference(
                subject: subject, side: side, from: range.from, release: release, principal: Caller.system.principal,
                reason: "the first calls", chosen: range.to)
            first.calls = hour.calls
            return first
        }
        if side == .output, let release, reference.principal == Caller.system.principal, reference.release != nil,
            reference.release != release
        {
            return DriftReference(
                subject: subject, side: side, from: range.to, release: release, principal: Caller.system.principal,
                reason: "release \(release) serves most calls", chosen: range.to)
        }
        if reference.isLearning, range.from >= reference.from {
            reference.calls &+= hour.calls
            if reference.release == nil { reference.release = release }
            let length = range.to.since(reference.from)
            if length >= settings.learning && reference.calls >= settings.learningCalls
                || length >= settings.longestLearning && Double(reference.calls) >= settings.fewestReference
            {
                reference.to = range.to
            }
            return reference
        }
        return nil
    }

    /// The release that serves most calls of at least 20; nil when none does, or they do not say.
    private static func leader(_ hour: WindowSummary) -> String? {
        var counts: [String: Int64] = [:]
        for (name, part) in hour.parts.entries {
            counts[WindowSummary.names(ofSegment: name).release ?? "", default: 0] &+= part.calls
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), !most.key.isEmpty,
            hour.calls >= 20, most.value * 2 > hour.calls
        else { return nil }
        return most.key
    }
}
