import Domain
import Drawing

extension ConsoleState {
    /// The question that the table of requests has now, if one is due. Rows that stand still, be it because somebody reads further
    /// down or because finding them takes a search, are asked for up to the same moment until a person wants newer ones.
    mutating func dueRequests(now: Timestamp) -> Effect? {
        let still = RequestsState.Standstill(scope: scope, time: time, end: end)
        if let standing = requests.standstill, standing.scope != scope || standing.time != time {
            requests.standstill = nil
        }
        if requests.standstill == nil, time.mode == .live, requests.lens.filter.readsContents {
            requests.standstill = still
        }
        let question = RequestsQuestion(
            scope: scope, range: TimeRange(last: time.length, before: requests.standstill?.end ?? end),
            filter: requests.lens.filter, order: requests.lens.order, limit: requests.limit)
        let isLive = time.mode == .live && requests.standstill == nil
        // What takes seconds to find is not looked for every second.
        let pace = max(refresh, requests.isSlow ? .seconds(5) : refresh)
        let effect = requests.asking.due(question, isLive: isLive, now: now, refresh: pace)
        if effect != nil { requests.progress = nil }
        return effect
    }

    /// Takes the answer to the last question.
    mutating func take(_ answer: RequestsAnswer) {
        requests.isSlow = requests.asking.last.map { (now ?? $0.at).since($0.at) >= .seconds(1) } ?? false
        requests.show(answer, scope: scope, time: time)
    }

    /// The search that is under way, how far it has come, and that Esc ends it; nil while rows are only brought up to date.
    var requestsSearch: (id: QuestionID, progress: SearchProgress)? {
        guard let id = requests.asking.open?.id, let progress = requests.progress else { return nil }
        let isUpdate = requests.asking.last?.isLive == true && shownRequests != nil
        return isUpdate ? nil : (id, progress)
    }

    /// Moves the selection. The first row follows the present; the last one brings more, if there are more.
    mutating func moveInRequests(_ movement: Movement) {
        guard let table = requestsTable?.table else { return }
        let height = requestsLayout.table.height - 1
        let wanted = requests.selectedIndex + movement.rows(page: height)
        selectRequest(wanted, visible: height, in: table)
    }

    /// Selects a row and scrolls no further than is needed to see it.
    mutating func selectRequest(_ index: Int, visible height: Int, in table: Table) {
        if index <= 0 {
            let isSearch = requests.lens.filter.readsContents
            if isSearch { requests.select(0) } else { requests.follow() }
            return
        }
        requests.select(index)
        var moved = table
        moved.selected = requests.selectedIndex
        requests.offset = moved.visibleRows(height: height).lowerBound
        guard let page = requests.view?.answer.page, page.hasMore, index >= page.rows.count - 1 else { return }
        askForMoreRequests()
    }

    private mutating func askForMoreRequests() {
        guard let limit = requests.nextLimit, let shown = requests.view?.answer.question else {
            tell(.done, "no more rows are listed: a filter or a shorter range shows others")
            return
        }
        requests.limit = limit
        if time.mode == .live {
            requests.standstill = RequestsState.Standstill(scope: scope, time: time, end: shown.range.to)
        }
    }
}
