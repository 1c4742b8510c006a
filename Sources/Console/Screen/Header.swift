import Diagnosis
import Domain
import Drawing

/// The first line: what is looked at, when, the four numbers, what waits, the clock.
struct Header {
    private struct Segment {
        var column: Int
        var text: StyledText
        /// The command that a click runs.
        var command: String?
    }

    private var segments: [Segment] = []

    /// From this width on the four numbers stand in the header; below they have a line of their own.
    static func showsNumbers(width: Int) -> Bool { width >= 140 }

    init(_ state: ConsoleState, width: Int) {
        let reference = state.now ?? state.end
        let right = Self.right(state, width: width)
        let middle = Self.showsNumbers(width: width) ? Numbers.short(state.overview.view?.answer) : StyledText()
        let range = StyledText("last \(TimeWords.length(state.time.length))", .header)
        let mode = Self.mode(state, reference)
        let gap = width < 150 ? 2 : 3
        let title = StyledText(width < 76 ? "" : "headframe", .title)
        // What stands between the names and the edge is fixed; the names share what is left.
        let fixed = [title, range, mode, middle, right].reduce(1) { $0 + $1.width(in: state.glyphs) + gap }
        let room = max(8, width - fixed - 2 * (2 + gap))
        let (environment, service) = Self.names(state, width: width, room: room)
        var column = 1
        func add(_ text: StyledText, _ command: String? = nil) {
            segments.append(Segment(column: column, text: text, command: command))
            column += text.width(in: state.glyphs) + gap
        }
        if !title.isEmpty { add(title) }
        add(environment + StyledText(" ▾", .header), "scope.environment")
        add(service + StyledText(" ▾", .header), "scope.service")
        add(range, "range.choose")
        add(mode, "time.pause")
        let rightColumn = width - right.width(in: state.glyphs) - 1
        if !middle.isEmpty {
            let between = rightColumn - column - middle.width(in: state.glyphs)
            segments.append(Segment(column: column + max(0, between / 2), text: middle))
        }
        if let badge = Self.waiting(state, width: width) {
            // It is the beginning of what stands on the right; a click on it is for it.
            segments.append(Segment(column: rightColumn, text: badge, command: "alerts.waiting"))
        }
        if let badge = Self.approvals(state) {
            let column = rightColumn + Self.alarm(state, width: width).width(in: state.glyphs)
            segments.append(Segment(column: column, text: badge, command: "pane.rollouts"))
        }
        segments.append(Segment(column: rightColumn, text: right))
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        // What stands on the right is whole; the rest is cut before it.
        guard let last = segments.last else { return }
        let left = rect.splitLeft(last.column - 1).left
        for segment in segments.dropLast() { canvas.write(segment.text, in: left, column: segment.column) }
        canvas.write(last.text, in: rect, column: last.column)
    }

    /// The command of what stands at this column.
    func command(atColumn column: Int) -> String? {
        segments.first { column >= $0.column && column < $0.column + $0.text.width() }?.command
    }

    // MARK: Parts

    private static func names(_ state: ConsoleState, width: Int, room: Int) -> (
        environment: StyledText, service: StyledText
    ) {
        let environments = state.summary?.environments ?? []
        let services = state.summary?.services ?? []
        let environment =
            state.scope.environment
            ?? (environments.count == 1 ? environments[0] : width < 120 ? "all env" : "all environments")
        let service = state.scope.service ?? (services.count == 1 ? services[0] : "all services")
        func cut(_ name: String, _ width: Int) -> StyledText {
            let ascii = state.glyphs == .ascii
            return StyledText(Text.truncated(Text.sanitized(name, ascii: ascii), to: width, ascii: ascii), .textStrong)
        }
        let serviceWidth = StyledText(service).width(in: state.glyphs)
        let environmentWidth = StyledText(environment).width(in: state.glyphs)
        if environmentWidth + serviceWidth <= room { return (cut(environment, room), cut(service, room)) }
        // The shorter of both keeps all of its letters if it takes no more than half of the room.
        let first = environmentWidth <= room / 2 ? environmentWidth : max(room / 2, room - serviceWidth)
        return (cut(environment, first), cut(service, room - first))
    }

    private static func mode(_ state: ConsoleState, _ reference: Timestamp) -> StyledText {
        if state.waitsForOther { return StyledText("… reading", .statusUnknown) }
        return switch state.time.mode {
        case .paused(let moment):
            StyledText("‖ paused \(TimeWords.minute(moment, reference: reference))", .statusWarning)
        case .past(let moment): StyledText("⟲ \(TimeWords.minute(moment, reference: reference))", .statusWarning)
        case .live:
            switch Freshness(state) {
            case .fresh: StyledText("● live", .statusOk)
            case .unknown, .still: StyledText("… loading", .header)
            case .outdated, .troubled, .stopped, .unreadable: StyledText("▲ stale", .statusCritical)
            }
        }
    }

    private static func waiting(_ state: ConsoleState, width: Int) -> StyledText? {
        AlertsBadge(state)?.text(isWide: state.size.widthClass != .narrow)
    }

    private static func approvals(_ state: ConsoleState) -> StyledText? {
        RolloutsBadge(state)?.text(isWide: state.size.widthClass != .narrow)
    }

    private static func right(_ state: ConsoleState, width: Int) -> StyledText {
        var text = alarm(state, width: width)
        if let badge = approvals(state) { text += badge + StyledText("  ") }
        if let now = state.now { text += StyledText(now.clock + (width < 76 ? "" : " UTC"), .header) }
        return text
    }

    /// What is wrong, and a gap behind it.
    private static func alarm(_ state: ConsoleState, width: Int) -> StyledText {
        if let badge = waiting(state, width: width) { return badge + StyledText("  ") }
        let findings = state.overview.view?.findings ?? []
        // Until rules are looked at, what stands out is all that is known.
        guard !findings.isEmpty, state.alerts.view == nil else { return StyledText() }
        let word = width < 150 ? "" : findings.count == 1 ? " finding" : " findings"
        let isCritical = findings.contains { $0.isCritical }
        return StyledText("▲ \(findings.count)\(word)", isCritical ? .statusCritical : .statusWarning)
            + StyledText("  ")
    }
}
