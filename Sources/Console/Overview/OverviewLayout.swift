import Diagnosis
import Drawing

/// Where the panels of Overview stand. Drawing and the mouse use the same one.
///
/// Narrow windows stack panels without frames around lists; from 100 columns on lists have frames, and with rows enough all six
/// charts are there:
/// ```
/// what is wrong
/// numbers (narrow)
/// ┌ chart ┐┌ chart ┐┌ chart ┐
/// ┌ model servers ──────────┐
/// ┌ breakdown ──────────────┐
/// ┌ what changed ┐┌ alerts ─┐
/// ```
/// While there is no alert, what changed has the whole width and says so.
struct OverviewLayout {
    /// What decides where things stand.
    struct Contents {
        /// Lines of warnings, findings and the filter.
        var attention = 0
        /// Charts that have a source, the most wanted first.
        var charts: [ChartKind] = []
        var rows = 0
        /// Model servers that tell of themselves.
        var servers = 0
        var changes = 0
        /// Alerts to list.
        var alerts = 0
        /// The panel that has the whole pane; nil when none has.
        var zoomed: OverviewState.Panel?
    }

    private(set) var attention = Rect(width: 0, height: 0)
    private(set) var numbers = Rect(width: 0, height: 0)
    private(set) var charts: [(kind: ChartKind, rect: Rect)] = []
    /// The model servers: with a frame, or in one line.
    private(set) var servers = Rect(width: 0, height: 0)
    /// The breakdown with its frame.
    private(set) var tableFrame = Rect(width: 0, height: 0)
    /// The breakdown's header and rows.
    private(set) var table = Rect(width: 0, height: 0)
    private(set) var changesFrame = Rect(width: 0, height: 0)
    private(set) var changes = Rect(width: 0, height: 0)
    /// Alerts, beside what changed; empty while there is none, and in a narrow window, where those that wait stand above everything else.
    private(set) var alertsFrame = Rect(width: 0, height: 0)
    private(set) var alerts = Rect(width: 0, height: 0)

    /// Cells between the axis and the edge of a chart. It does not depend on what there is to show, so that an answer never
    /// changes the question.
    static func chartCells(width: Int, isZoomed: Bool) -> Int {
        (isZoomed ? width : width / chartsAcross(width: width)) - 7
    }

    private static func chartsAcross(width: Int) -> Int { width < 78 ? 2 : 3 }

    init(_ contents: Contents, size: CanvasSize, in pane: Rect) {
        var rest = pane
        (attention, rest) = rest.splitTop(min(contents.attention, pane.height / 3))
        (numbers, rest) = rest.splitTop(Header.showsNumbers(width: size.width) ? 0 : 1)
        let isFramed = size.widthClass != .narrow
        switch contents.zoomed {
        case .charts:
            charts = contents.charts.prefix(1).map { ($0, rest) }
        case .breakdown:
            setTable(rest, isFramed)
        case .changes:
            setChanges(rest, isFramed)
        case .alerts:
            if isFramed { setAlerts(rest) } else { stack(contents, width: size.width, isFramed, in: rest) }
        case nil:
            stack(contents, width: size.width, isFramed, in: rest)
        }
    }

    private mutating func stack(_ contents: Contents, width: Int, _ isFramed: Bool, in pane: Rect) {
        let edges = isFramed ? 2 : 0
        let serverLines = Self.serverLines(contents.servers, isFramed, height: pane.height)
        let height = pane.height - serverLines
        // A few rows more than there are, so that a row that comes or goes moves nothing.
        let tableWish = max(contents.rows + 1, isFramed ? 8 : 5) + edges
        let listed = max(contents.changes, isFramed ? contents.alerts : 0)
        let changesWish = max(1, min(listed, height / 6)) + (isFramed ? 2 : 1)
        let across = Self.chartsAcross(width: width)
        let wished = contents.charts.count
        let lines = wished == 0 || height < 9 ? 0 : wished > across && height >= 26 ? 2 : 1
        var rest = pane
        if lines > 0 {
            let spare = (height - tableWish - changesWish) / lines
            let chartHeight = min(max(spare, height >= 20 * lines ? 7 : 5), 18)
            let (area, below) = rest.splitTop(chartHeight * lines)
            place(Array(contents.charts.prefix(across * lines)), lines: lines, isFramed, in: area)
            rest = below
        }
        (servers, rest) = rest.splitTop(serverLines)
        // The table never has fewer than two rows.
        let room = max(0, rest.height - 3 - edges)
        let (upper, lower) = rest.splitBottom(min(changesWish, room >= (isFramed ? 3 : 1) ? room : 0))
        setTable(upper, isFramed)
        guard isFramed, contents.alerts > 0 else {
            setChanges(lower, isFramed)
            return
        }
        // Half of the width for nothing is too much.
        let sides = lower.columns(contents.changes > 0 ? [1, 1] : [2, 3])
        setChanges(sides[0], isFramed)
        setAlerts(sides[1])
    }

    /// A frame with the servers in it where there is room, else one line; nothing where the breakdown would have none.
    private static func serverLines(_ servers: Int, _ isFramed: Bool, height: Int) -> Int {
        guard servers > 0, height >= 14 else { return 0 }
        return isFramed && height >= 30 ? min(servers, ModelServers.mostLines) + 3 : 1
    }

    /// Gives each chart its place, in the order in which people know them.
    private mutating func place(_ kinds: [ChartKind], lines: Int, _ isFramed: Bool, in area: Rect) {
        let ordered = ChartKind.allCases.filter(kinds.contains)
        let across = max(1, (ordered.count + lines - 1) / lines)
        for (line, rect) in area.rows(Array(repeating: 1, count: lines)).enumerated() {
            let row = Array(ordered.dropFirst(line * across).prefix(across))
            // Latency has three lines to name, which in a narrow window takes more room.
            let weights = row.map { !isFramed && $0 == .latency ? 4 : 3 }
            charts += zip(row, rect.columns(weights)).map { ($0, $1) }
        }
    }

    private mutating func setTable(_ rect: Rect, _ isFramed: Bool) {
        tableFrame = rect
        table = isFramed ? rect.inset() : rect
    }

    private mutating func setAlerts(_ rect: Rect) { (alertsFrame, alerts) = (rect, rect.inset()) }

    private mutating func setChanges(_ rect: Rect, _ isFramed: Bool) {
        changesFrame = rect
        changes = isFramed ? rect.inset() : rect.splitTop(1).rest
    }
}

extension ConsoleState {
    /// Where things stand now.
    var overviewLayout: OverviewLayout {
        var contents = OverviewLayout.Contents(attention: attentionLines.count)
        if let view = overview.view {
            contents.charts = chartsByWish(view)
            contents.rows = view.rows.count
            contents.servers = view.servers.count
            contents.changes = view.changes.count
            contents.alerts = overviewAlerts.count
            contents.zoomed = overview.isZoomed ? overview.focus : nil
        }
        return OverviewLayout(contents, size: size, in: ScreenLayout(size).pane)
    }

    /// The charts, the most wanted first: the one that is selected, what shows something wrong, then the usual order.
    private func chartsByWish(_ view: OverviewView) -> [ChartKind] {
        let selected = overview.focus == .charts ? overview.chart : nil
        let wrong: [ChartKind] = view.findings.contains { $0.measure == .errors } ? [.errors] : []
        let wished = [selected].compactMap { $0 } + [.latency] + wrong + [.cost] + ChartKind.allCases
        return wished.reduce(into: []) { list, kind in
            if view.charts.contains(kind), !list.contains(kind) { list.append(kind) }
        }
    }
}
