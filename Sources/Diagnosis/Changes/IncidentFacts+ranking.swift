import Domain
import Glibc

extension IncidentFacts {
    /// The changes, those that explain best what is wrong first, others newest first.
    ///
    /// Each change parts the calls that it could have touched into those on its side (of the new release, since the deploy, …) and the
    /// rest, which is in time what was before and in population what goes on beside it. How much is gained by giving the two sides
    /// rates of their own is the scan statistic of Kulldorff; divided by the dispersion of what is left unexplained (at least 1 for
    /// counts), it is the evidence e of the change. Of what is wrong since the change, the part that would not be if its side were
    /// like the rest is the attributable fraction a = p (r − 1) / r, with p the share of what is wrong on its side and r the ratio of
    /// rates (Miettinen, American Journal of Epidemiology 99, 1974, 325–332). The score is s √(a · e / e*), where e* is the evidence
    /// of the best change for the same symptom: of two that leave the same unexplained, the one that touches fewer calls that are
    /// well is the better explanation. s grows from 0 to 1 between the evidence that chance gives once in a thousand times with as
    /// many candidates and twice of it. The best symptom counts.
    public var rankedChanges: [RankedChange] {
        let trials = weighed(trials)
        let best = Dictionary(trials.map { ($0.symptom, $0.evidence) }, uniquingKeysWith: max)
        let bar = Self.evidenceOfChance(trials.count)
        var ranked = marks.map { RankedChange(mark: $0) }
        for trial in trials {
            let certainty = min(1, max(0, (trial.evidence - bar) / bar))
            let relative = trial.evidence / max(best[trial.symptom] ?? 0, .leastNormalMagnitude)
            let score = certainty * (trial.split.explained * relative).squareRoot()
            if score > ranked[trial.change].score {
                ranked[trial.change].score = score
                ranked[trial.change].explanation = trial.split
            }
        }
        for (index, mark) in marks.enumerated() {
            if let change = trafficChange(mark), change.score > ranked[index].score { ranked[index] = change }
        }
        return ranked.sorted(by: RankedChange.isBefore)
    }

    /// A change and a symptom that it may explain.
    private struct Trial {
        /// Index of the mark.
        var change: Int
        var symptom: Symptom
        var kin: Kin
        var evidence: Double
        var dispersion: Double
        var split: Split
    }

    /// Calls that scatter alike.
    private struct Kin: Hashable {
        var place: Place?
        var family: String?
        var symptom: Symptom
    }

    private var trials: [Trial] {
        marks.indices.flatMap { index -> [Trial] in
            let mark = marks[index]
            guard let contrast = contrast(of: mark) else { return [] }
            return contrast.symptoms.filter(mark.kind.explains).compactMap { symptom in
                guard let loads = contrast.loads(of: symptom), let split = Split(loads, symptom, slow: contrast.slow)
                else { return nil }
                let kin = Kin(place: mark.places.first, family: mark.subject.map(mark.kind.family), symptom: symptom)
                return Trial(
                    change: index, symptom: symptom, kin: kin, evidence: loads.gain, dispersion: loads.dispersion,
                    split: split)
            }
        }
    }

    /// The trials with their gains divided by what the calls scatter by themselves: what is left by the change that leaves least.
    private func weighed(_ trials: [Trial]) -> [Trial] {
        let least = Dictionary(trials.map { ($0.kin, $0.dispersion) }, uniquingKeysWith: min)
        return trials.map { trial in
            var trial = trial
            let floor = trial.symptom.isCount ? 1 : 0.02
            trial.evidence /= max(floor, least[trial.kin] ?? floor)
            return trial
        }
    }

    /// The gain, χ² with one degree of freedom, that chance exceeds once in a thousand times, with so many candidates (Bonferroni).
    private static func evidenceOfChance(_ candidates: Int) -> Double { 10.83 + 2 * log(Double(max(1, candidates))) }
}

extension RankedChange {
    /// Better explanations first, others newest first; of changes that come together, as far as anybody can tell, the one that contains
    /// the others.
    static func isBefore(_ a: RankedChange, _ b: RankedChange) -> Bool {
        if a.weight != b.weight { return a.weight > b.weight }
        if a.weight > 0 {
            let (first, second) = ((a.score * 50).rounded(), (b.score * 50).rounded())
            if first != second { return first > second }
            if a.mark.kind.extent != b.mark.kind.extent { return a.mark.kind.extent < b.mark.kind.extent }
        }
        return (a.mark.time, b.mark.text) > (b.mark.time, a.mark.text)
    }
}

extension Mark.Kind {
    /// Kinds that contain others come first: a release brings its prompt, its model and its parameters.
    fileprivate var extent: Int {
        switch self {
        case .release: 0
        case .model: 1
        case .prompt: 2
        case .parameters: 3
        case .instrumentation: 4
        default: 5
        }
    }
}
