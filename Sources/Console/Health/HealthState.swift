import Domain

/// What is looked at of the health of ingest, and the last answer.
struct HealthState: Sendable {
    var answer: HealthAnswer?
    var asking = Asking<HealthQuestion>()
    var selection = 0

    /// The source that is selected.
    var selected: SourceHealth? {
        guard let sources = answer?.health?.sources, !sources.isEmpty else { return nil }
        return sources[min(selection, sources.count - 1)]
    }

    /// Moves the selection among the sources.
    mutating func move(by rows: Int) {
        let count = answer?.health?.sources.count ?? 0
        selection = min(max(0, selection + rows), max(0, count - 1))
    }
}
