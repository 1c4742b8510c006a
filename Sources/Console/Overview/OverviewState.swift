import Domain

/// What the person has chosen on Overview, and the last answer.
struct OverviewState: Sendable {
    /// What keys act on.
    enum Panel: Hashable, Sendable, CaseIterable {
        case breakdown, changes, alerts, charts
    }

    /// The row that is selected: by its name, so that refreshing and sorting keep it; by its place when the name is gone.
    struct Selection: Hashable, Sendable {
        var name: String?
        var index: Int
    }

    /// What is shown of the calls.
    struct Lens: Hashable, Sendable {
        /// By what calls are grouped; nil leaves it to the answer.
        var grouping: Dimension?
        var filter = Filter.all
        /// The filter as it was typed.
        var filterText = ""
        var selection = Selection(name: nil, index: 0)
    }

    var lens = Lens()
    /// The lenses before, to go back to.
    var earlier: [Lens] = []
    var order = BreakdownOrder()
    /// Columns that the person does not want to see.
    var hiddenColumns: Set<BreakdownColumn> = []
    var focus = Panel.breakdown
    /// Whether the person has moved; until then the keys are lent to alerts that wait.
    var hasChosenFocus = false
    /// The chart that is selected among the charts.
    var chart = ChartKind.latency
    /// The beginning of the step of the charts that is looked at; nil while none is.
    var cursor: Timestamp?
    var changesSelection = 0
    var alertsSelection = 0
    var isZoomed = false
    /// The values that the axis of each chart reaches over, held so that axes do not change with every sample.
    var extents: [ChartKind: ChartExtent] = [:]
    /// The last answer, prepared for showing.
    var view: OverviewView?

    /// The index of the selected row among those that are shown; nil when there are none.
    var selectedIndex: Int? {
        guard let rows = view?.rows, !rows.isEmpty else { return nil }
        return rows.firstIndex { $0.name == lens.selection.name } ?? min(max(0, lens.selection.index), rows.count - 1)
    }

    /// The row that is selected.
    var selectedRow: StatsRow? { selectedIndex.flatMap { view?.rows[$0] } }

    /// Selects the row at `index`, or the nearest that there is.
    mutating func select(_ index: Int) {
        guard let rows = view?.rows, !rows.isEmpty else { return }
        let index = min(max(0, index), rows.count - 1)
        lens.selection = Selection(name: rows[index].name, index: index)
    }

    /// Takes an answer.
    mutating func show(_ answer: OverviewAnswer) {
        let isFirst = self.view == nil || lens.selection == Selection(name: nil, index: 0)
        let isContinued = view?.answer.question.isSameBut(time: true, as: answer.question) ?? false
        let view = OverviewView(answer, order)
        for kind in ChartKind.allCases {
            extents[kind] = OverviewChart(kind, view).extent?.held(from: isContinued ? extents[kind] : nil)
        }
        self.view = view
        if isFirst { select(0) }
        if !view.charts.contains(chart) { chart = view.charts.first ?? .latency }
    }

    /// Lends the keys to the alerts while some wait and the person has not chosen what they act on.
    mutating func leadWithAlerts(_ someWait: Bool) {
        guard !hasChosenFocus else { return }
        (focus, alertsSelection) = (someWait ? .alerts : .breakdown, 0)
    }

    /// Sorts anew.
    mutating func sort(by order: BreakdownOrder) {
        self.order = order
        view?.sort(by: order)
    }
}
