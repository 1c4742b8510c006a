import Domain

/// What the person has chosen in the table of requests, and the last answer.
struct RequestsState: Sendable {
    /// Which calls are listed, and in which order.
    struct Lens: Hashable, Sendable {
        var filter = Filter.all
        /// The filter as it was typed.
        var filterText = ""
        var order = RequestsQuery.Order.newest
    }

    /// Rows that do not follow the present any more: up to when they reach, and for what that was decided.
    struct Standstill: Hashable, Sendable {
        var scope: Scope
        var time: TimeSelection
        var end: Timestamp
    }

    /// How many rows are asked for at first, and each time that the end is reached.
    static let limits = [200, 1000, 5000]

    var lens = Lens()
    /// The lenses before, to go back to.
    var earlier: [Lens] = []
    var limit = limits[0]
    /// The row that is selected; nil is the first, whichever that is.
    private(set) var selection: RequestID?
    /// The place of the selected row.
    private(set) var selectedIndex = 0
    /// The first row that is wanted on the screen.
    var offset = 0
    /// Columns that the person wants to see (true) or not (false), whatever the width.
    var columnChoices: [RequestColumn: Bool] = [:]
    /// The last answer, prepared for showing.
    private(set) var view: RequestsView?
    /// The time that was looked at when it came.
    private var timeOfView: TimeSelection?
    var asking = Asking<RequestsQuestion>()
    /// How far the search has come that is under way.
    var progress: SearchProgress?
    /// Whether the last answer took a second or more.
    var isSlow = false
    /// Set while the rows stand still although the present is looked at.
    var standstill: Standstill?

    /// The limit after the present one; nil when it is the last.
    var nextLimit: Int? { Self.limits.first { $0 > limit } }

    /// Looks at other calls, or in another order; the lens before is kept to go back to.
    mutating func look(through lens: Lens) {
        guard lens != self.lens else { return }
        if earlier.count >= Self.memory { earlier.removeFirst() }
        earlier.append(self.lens)
        begin(lens)
    }

    /// Looks at the calls behind something; the way back leads out of the table.
    mutating func open(_ lens: Lens) {
        earlier = []
        view = nil
        begin(lens)
    }

    /// Looks through the lens before; false when there is none.
    mutating func goBack() -> Bool {
        guard let before = earlier.popLast() else { return false }
        begin(before)
        return true
    }

    /// Asks for the present again, from the first row on.
    mutating func follow() {
        (selection, selectedIndex, offset) = (nil, 0, 0)
        (standstill, limit) = (nil, Self.limits[0])
    }

    /// Selects the row at `index`, or the nearest that there is.
    mutating func select(_ index: Int) {
        guard let rows = view?.rows, !rows.isEmpty else { return }
        selectedIndex = min(max(0, index), rows.count - 1)
        selection = selectedIndex == 0 ? nil : rows[selectedIndex].id
    }

    /// Takes an answer. Who reads further down keeps the selected row in its place on the screen; when it is no longer among the
    /// rows, those that are shown stay.
    mutating func show(_ answer: RequestsAnswer, scope: Scope, time: TimeSelection) {
        progress = nil
        let isContinued = timeOfView == time && view?.answer.question.isSameBut(time: true, as: answer.question) == true
        let index = selection.flatMap { id in answer.page.rows.firstIndex { $0.id == id } }
        if selection != nil, index == nil, isContinued, time.mode == .live, standstill == nil, let shown = view?.answer
        {
            standstill = Standstill(scope: scope, time: time, end: shown.question.range.to)
            return
        }
        (view, timeOfView) = (RequestsView(answer), time)
        if let index {
            offset = max(0, offset + index - selectedIndex)
            selectedIndex = index
        } else {
            (selection, selectedIndex, offset) = (nil, 0, 0)
        }
    }

    private static let memory = 20

    private mutating func begin(_ lens: Lens) {
        self.lens = lens
        follow()
    }
}
