import Domain
import Statistics

/// Whether units reach the arms as they are sent: in the shares that were meant, and each with the release that it was sent to.
struct SplitEvidence: Equatable, Sendable {
    /// Units of one probability.
    struct Group: Equatable, Sendable {
        let probability: Double
        var test: SampleRatioTest
    }

    private(set) var groups: [Group] = []
    /// Of the units whose calls say a release, those that say another than was meant.
    private(set) var mismatches = RateCounts()
    private(set) var seen = 0
    private(set) var seenCanary = 0
    /// Σw of the units seen.
    private(set) var planned = 0.0

    mutating func add(_ unit: RolloutUnit) {
        guard let wasCanary = unit.wasSeenWithCanary, unit.probability > 0, unit.probability < 1 else { return }
        mismatches.add(wasCanary != unit.isCanary)
        seen += 1
        seenCanary += wasCanary ? 1 : 0
        planned += unit.probability
        let index: Int
        if let known = groups.firstIndex(where: { $0.probability == unit.probability }) {
            index = known
        } else {
            guard let test = SampleRatioTest(shares: [1 - unit.probability, unit.probability]) else { return }
            index = groups.count
            groups.append(Group(probability: unit.probability, test: test))
        }
        groups[index].test.add(arm: wasCanary ? 1 : 0)
    }

    /// ln of the evidence that the shares are not kept, over all probabilities.
    var logEvidence: Double { groups.reduce(0) { $0 + $1.test.logEvidence } }

    /// ln of the evidence that more than one unit in a hundred is seen with the other release.
    var logMismatches: Double {
        guard let rate = mismatches.rate, rate > Self.tolerated else { return 0 }
        return mismatches.logEvidence(against: Self.tolerated, prior: .jeffreys) ?? 0
    }

    /// Whether nothing may be concluded any more.
    var isBroken: Bool { max(logEvidence, logMismatches) >= Self.limit }

    private static let tolerated = 0.01
    /// ln 1000.
    private static let limit = 6.907_755_278_982_137

    func write(to numbers: inout EvidenceNumbers) {
        numbers.numbers += [
            Double(mismatches.events), Double(mismatches.others), Double(seen), Double(seenCanary), planned,
            Double(groups.count),
        ]
        for group in groups {
            numbers.numbers.append(group.probability)
            numbers.numbers += group.test.counts.map(Double.init)
        }
    }

    /// What was written; nil when it is none.
    init?(_ numbers: inout EvidenceNumbers.Reader) {
        guard let events = numbers.count(), let others = numbers.count(), let seen = numbers.count(),
            let seenCanary = numbers.count(), let planned = numbers.next(), let count = numbers.count(), count >= 0,
            let mismatches = RateCounts(events: events, trials: events + others)
        else { return nil }
        (self.mismatches, self.seen, self.seenCanary, self.planned) = (mismatches, seen, seenCanary, planned)
        for _ in 0..<count {
            guard let probability = numbers.next(), let stable = numbers.count(), let canary = numbers.count(),
                let test = SampleRatioTest(shares: [1 - probability, probability], counts: [stable, canary])
            else { return nil }
            groups.append(Group(probability: probability, test: test))
        }
    }

    init() {}
}
