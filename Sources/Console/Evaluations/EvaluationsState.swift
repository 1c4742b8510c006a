import Domain

/// What is looked at of evaluations, and the last answer.
struct EvaluationsState: Sendable {
    var asking = Asking<EvaluationsQuestion>()
    var answer: EvaluationsAnswer?
    /// The selected run; nil for the newest.
    private var chosen: EvaluationRunID?

    var selectedIndex: Int? {
        guard let runs = answer?.runs, !runs.isEmpty else { return nil }
        return chosen.flatMap { id in runs.firstIndex { $0.id == id } } ?? 0
    }

    var selected: EvaluationRun? { selectedIndex.flatMap { answer?.runs[$0] } }

    mutating func move(by rows: Int) {
        guard let index = selectedIndex, let runs = answer?.runs else { return }
        chosen = runs[min(max(0, index + rows), runs.count - 1)].id
    }

    /// The versions of the selected run and of the newest run of another version of the same prompt before it.
    var pair: (name: String, old: Int, new: Int)? {
        guard let run = selected, let new = run.plan.prompt.version, let runs = answer?.runs else { return nil }
        let other = runs.first {
            $0.plan.prompt.name == run.plan.prompt.name && $0.plan.prompt.version != nil
                && $0.plan.prompt.version != new && $0.plan.goldenSet.digest == run.plan.goldenSet.digest
        }
        return other?.plan.prompt.version.map { (run.plan.prompt.name, min($0, new), max($0, new)) }
    }
}
