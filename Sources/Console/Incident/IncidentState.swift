import Diagnosis
import Domain

/// The incident that was opened last: an alert, what is known of it, and what the person looks at.
struct IncidentState: Sendable {
    /// What keys act on.
    enum Panel: Hashable, Sendable, CaseIterable {
        case changes, split, requests
    }

    let id: AlertID
    /// The alert as it was known last, for when the board has it no more.
    var alert: Alert
    var asking = Asking<DossierQuestion>()
    var dossier: IncidentDossier?
    var focus = Panel.requests
    /// By what the calls are split where one split has room.
    var dimension = Dimension.release
    private var selections: [Panel: Int] = [:]

    init(_ alert: Alert) { (id, self.alert) = (alert.id, alert) }

    /// The split that is chosen; another one where the calls say nothing of it.
    var split: DossierSplit? {
        dossier.flatMap { dossier in dossier.splits.first { $0.dimension == dimension } ?? dossier.splits.first }
    }

    /// How many rows a panel has.
    func count(of panel: Panel) -> Int {
        switch panel {
        case .changes: dossier?.changes.count ?? 0
        case .split: split?.rows.count ?? 0
        case .requests: dossier?.worst.count ?? 0
        }
    }

    /// The selected row of a panel; nil when it has none.
    func selectedIndex(of panel: Panel) -> Int? {
        let count = count(of: panel)
        return count > 0 ? min(selections[panel] ?? 0, count - 1) : nil
    }

    mutating func select(_ index: Int, of panel: Panel) {
        selections[panel] = min(max(0, index), max(0, count(of: panel) - 1))
    }

    /// Splits by the next dimension of which calls say something.
    mutating func splitByNext() {
        guard let splits = dossier?.splits, !splits.isEmpty else { return }
        let present = splits.firstIndex { $0.dimension == split?.dimension } ?? 0
        dimension = splits[(present + 1) % splits.count].dimension
        selections[.split] = 0
    }

    /// What changed, the best explanation first.
    var changes: [RankedChange] { dossier?.changes ?? [] }
}
