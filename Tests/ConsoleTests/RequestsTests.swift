import Domain
import Drawing
import Testing

@testable import Console

/// What the table of requests does, said in keys.
@Suite("Requests")
struct RequestsTests {
    /// The newest question of the table.
    private func question(_ session: Session) -> RequestsQuestion? {
        for case .requests(let question) in session.otherQuestions.map(\.question).reversed() { return question }
        return nil
    }

    private func count(_ session: Session) -> Int {
        session.otherQuestions.count { if case .requests = $0.question { true } else { false } }
    }

    /// A console that looks at the table.
    private func table(_ source: FakeSource = Scene.traffic, width: Int = 120, height: Int = 40) -> Session {
        var session = Session(source, width: width, height: height)
        session.press("2")
        return session
    }

    /// A call that ends at `now` of the session.
    private func newCall(_ session: Session) -> RequestRow {
        Scene.call(-1) {
            $0.end = session.now.advanced(by: .milliseconds(-1))
            $0.call.responseModel = "newest-model"
        }
    }

    @Test("new calls appear on top, and the selection follows them only from the top")
    func liveTail() {
        var session = table()
        session.source.calls.insert(newCall(session), at: 0)
        session.send(.sourceChanged)
        session.wait(seconds: 1)
        #expect(session.screen.contains { $0.contains("▸") && $0.contains("newest-model") })
        session.press("jjj")
        let selected = session.state.selectedRequest?.id
        let row = session.screen.firstIndex { $0.hasPrefix("▸") }
        session.source.calls.insert(newCall(session), at: 0)
        session.send(.sourceChanged)
        session.wait(seconds: 1)
        #expect(session.state.selectedRequest?.id == selected)
        #expect(session.screen.firstIndex { $0.hasPrefix("▸") } == row)
        #expect(session.state.requests.selectedIndex == 4)
        session.press("<home>")
        #expect(session.state.requests.selectedIndex == 0 && session.state.requests.offset == 0)
    }

    @Test("rows that are read stay when newer ones push them out, until Home follows the present again")
    func standstill() {
        var session = table()
        session.press("jj")
        let selected = session.state.selectedRequest?.id
        for number in 0..<300 {
            session.source.calls.insert(
                Scene.call(-2 - number) { $0.end = session.now.advanced(by: .milliseconds(Int64(number))) }, at: 0)
        }
        session.send(.sourceChanged)
        session.wait(seconds: 2)
        #expect(session.state.selectedRequest?.id == selected)
        #expect(session.shows("‖ as of 03:12:44"))
        let asked = count(session)
        session.send(.sourceChanged)
        session.wait(seconds: 30)
        #expect(count(session) <= asked + 1)
        session.press("<home>")
        #expect(!session.shows("‖ as of"))
        #expect(question(session)?.range.to == session.now)
    }

    @Test("the end of the list brings more, up to five thousand")
    func paging() {
        var session = table(Scene.source(calls: (0..<6000).map { Scene.call($0, apart: .milliseconds(100)) }))
        #expect(session.shows("200 of "))
        session.press("<end>")
        #expect(question(session)?.limit == 1000)
        #expect(session.state.requests.selectedIndex == 199)
        session.press("<end>")
        #expect(question(session)?.limit == 5000)
        session.press("<end>")
        #expect(session.state.requests.selectedIndex == 4999)
        #expect(session.shows("5 000 of "))
        #expect(session.shows("a filter or a shorter range shows others"))
    }

    @Test("s goes through the orders, w takes the worst, :sort takes one, and the title of a column as well")
    func orders() {
        var session = table()
        session.press("w")
        #expect(question(session)?.order == .worst)
        #expect(session.shows("worst first"))
        session.press(":sort slowest<enter>")
        #expect(question(session)?.order == .slowest)
        session.press(":sort fastest<enter>")
        #expect(session.shows("calls cannot be ordered by fastest"))
        session.press("<esc>")
        var seen: Set<RequestsQuery.Order> = []
        for _ in RequestsQuery.Order.allCases {
            session.press("s")
            if let order = question(session)?.order { seen.insert(order) }
        }
        #expect(seen == Set(RequestsQuery.Order.allCases))
    }

    @Test("Enter opens the selected call; from Overview, Enter twice opens a failed one")
    func opening() {
        var session = Session(Scene.traffic)
        session.press("<enter>")
        #expect(question(session)?.order == .worst)
        #expect(session.state.selectedRequest?.call.isError == true)
        let row = session.state.selectedRequest
        session.press("<enter>")
        #expect(session.state.place == .request)
        #expect(session.state.request?.trace == row?.traceID && session.state.request?.waterfall.span == row?.spanID)
        session.press("<esc>")
        #expect(session.state.place == .requests)
        session.press("<esc>")
        #expect(session.state.place == .overview)
    }

    @Test("the filter is shown with how to remove it; Esc takes back one filter after the other")
    func filters() {
        var session = table()
        session.press("/status:error<enter>")
        #expect(session.shows("only status:error"))
        #expect(session.state.requests.view?.rows.allSatisfy { $0.call.isError } == true)
        session.press("/ model:gpt-4o-mini<enter>")
        #expect(question(session)?.filter.terms.count == 2)
        session.press("<esc>")
        #expect(session.shows("only status:error  "))
        session.press("x")
        #expect(session.shows("all calls"))
        session.press("<esc><esc>")
        #expect(session.shows("all calls"))
        #expect(session.state.place == .requests)
    }

    @Test("y copies the row, :copy an id")
    func copying() throws {
        var session = table()
        session.press("y:copy trace<enter>")
        let copied = session.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
        let row = try #require(session.state.selectedRequest)
        #expect(copied.count == 2)
        #expect(copied.first?.contains("gpt-4o-mini") == true)
        #expect(copied.last == row.traceID.description)
    }

    @Test("c hides a column, or brings one in for which there was no room")
    func columns() {
        var session = table(width: 80, height: 24)
        #expect(session.shows("MODEL") && !session.shows("TTFT s"))
        session.press(":columns model<enter>")
        #expect(!session.shows("MODEL"))
        session.press(":columns session<enter>")
        #expect(session.shows("SESSION"))
        session.press("c")
        #expect(session.shows("✓ session"))
    }

    @Test("a search through contents is not repeated until somebody asks, and Esc ends it")
    func contentSearch() throws {
        var session = table()
        session.answers = false
        session.press("/\"refund\"<enter>")
        let asked = count(session)
        let id = try #require(session.otherQuestions.last?.id)
        session.send(.progress(id, SearchProgress(read: 41, total: 100, bytes: 120_000_000, found: 3)))
        #expect(session.shows("looked at 41 % · 120 MB · 3 found"))
        session.press("<esc>")
        #expect(session.effects.last == .cancel(id))
        #expect(session.shows("only \"refund\""))
        session.source.requestsCoverage = .partial(read: 41, total: 100)
        let answer = try #require(question(session)).question.answer(from: session.source)
        session.send(.answer(id, .success(answer)))
        #expect(session.shows("from 41 of 100 calls"))
        session.send(.sourceChanged)
        session.wait(seconds: 60)
        #expect(count(session) == asked)
        #expect(session.shows("‖ as of 03:12:44"))
        session.press("<ctrl-l>")
        #expect(count(session) == asked + 1)
        #expect(question(session)?.range.to == session.now)
    }

    @Test("a click selects, a click on the selected row opens, a click on a title orders")
    func mouse() throws {
        var session = table()
        session.send(.mouse(Mouse(.press, x: 5, y: 8)))
        #expect(session.state.requests.selectedIndex == 3)
        session.send(.mouse(Mouse(.scrollDown, x: 5, y: 8)))
        #expect(session.state.requests.selectedIndex == 6)
        let title = try #require(session.screen[4].firstRange(of: "LAT s"))
        let column = session.screen[4].distance(from: session.screen[4].startIndex, to: title.lowerBound)
        session.send(.mouse(Mouse(.press, x: column, y: 4)))
        #expect(question(session)?.order == .slowest)
        session.send(.mouse(Mouse(.press, x: 5, y: 5)))
        #expect(session.state.place == .request)
    }

    @Test("Enter on a chart looks at its highest point, Enter there lists the calls of that minute, Esc leads back")
    func chartPoint() {
        var session = Session(Scene.traffic)
        session.press("<tab><tab><enter>")
        #expect(session.shows("Latency  "))
        #expect(session.shows("lists its calls"))
        let point = session.state.chartCursor
        session.press(",")
        #expect(session.state.chartCursor?.end == point?.start)
        session.press(".<enter>")
        #expect(session.state.place == .requests)
        #expect(question(session)?.range == point.map { TimeRange(from: $0.start, to: min($0.end, Scene.now)) })
        #expect(question(session)?.order == .worst)
        session.press("<esc>")
        #expect(session.state.place == .overview)
        #expect(session.state.time == TimeSelection(length: .minutes(15)))
        #expect(session.state.chartCursor?.start == point?.start)
        session.press("<esc>")
        #expect(session.state.chartCursor == nil)
        #expect(!session.shows("lists its calls"))
    }

    @Test("the calls behind the cost are listed costliest first; another pane brings the earlier time back as well")
    func costPoint() {
        var session = Session(Scene.traffic)
        session.press("<tab><tab>ll<enter><enter>")
        #expect(question(session)?.order == .costliest)
        session.press("1")
        #expect(session.state.time == TimeSelection(length: .minutes(15)))
    }

    @Test("Enter on what changed lists the calls of it since then")
    func changes() {
        var session = Session(Scene.source(Scene.slowCanary, calls: (0..<100).map { Scene.call($0) }))
        session.press("<tab><enter>")
        #expect(session.shows("only release:support-answer@r42"))
        #expect(question(session)?.range.from == Scene.ago(8))
        session.press("<esc>")
        #expect(session.state.time == TimeSelection(length: .minutes(15)))
    }

    @Test("calls that do not match a new filter are not shown under it")
    func oldRows() {
        var session = table()
        session.answers = false
        session.press("/model:none<enter>")
        #expect(session.shows("reading the store …"))
        #expect(!session.shows("gpt-4o-mini"))
        session.press("<enter>")
        #expect(session.state.place == .requests)
    }

    @Test("Tab completes what is typed from what the store holds, ↑ brings earlier filters back")
    func completing() {
        var session = table()
        session.press("/mod<tab>")
        #expect(session.shows("/model:"))
        #expect(session.shows("gpt-4o-mini"))
        session.press("gpt<tab><tab><tab> lat<tab>10<tab><enter>")
        #expect(session.shows("only model:gpt-4o-mini latency>10s"))
        session.press("x/status:ok<enter>/<ctrl-u>draft<up><up>")
        #expect(session.shows("/model:gpt-4o-mini latency>10s"))
        session.press("<down><down>")
        #expect(session.shows("/draft"))
        session.press("<ctrl-u>error:<tab><shift-tab><enter>")
        #expect(question(session)?.filter == Filter([FilterTerm(.equals(.error, ["say \"no\", twice"]))]))
    }

    @Test("what is typed behind a filter that is set is another condition", arguments: ["1", "2"])
    func anotherCondition(pane: String) {
        var session = table()
        session.press("\(pane)/status:error<enter>/latency>3s<enter>/<enter>")
        #expect(session.shows("only status:error latency>3s"))
        session.press("/<up>")
        #expect(session.shows("/status:error latency>3s"))
    }

    @Test("a mistake is pointed at as soon as it cannot become right")
    func mistakes() {
        var session = table()
        session.press("/lat")
        #expect(!session.shows("is no condition"))
        session.press(" ")
        #expect(session.shows("'lat' is no condition"))
        session.press("<ctrl-u>colour:r")
        #expect(session.shows("nothing is called 'colour'"))
        session.press("<ctrl-u>latency>3")
        #expect(!session.shows("with its unit"))
        session.press(" status:error")
        #expect(session.shows("with its unit"))
    }

    @Test("the words of filters are asked for when one is typed, and not again within a minute")
    func vocabulary() {
        var session = table()
        func asked() -> Int {
            session.otherQuestions.count { if case .vocabulary = $0.question { true } else { false } }
        }
        #expect(asked() == 0)
        session.press("/")
        #expect(asked() == 1)
        session.press("<esc>/")
        session.send(.sourceChanged)
        session.wait(seconds: 50)
        #expect(asked() == 1)
        session.wait(seconds: 11)
        #expect(asked() == 2)
    }

    @Test("where nothing matches, the condition that keeps all out is named")
    func loosenings() {
        var session = table()
        session.press(":filter release:r99 model:gpt-4o-2026-11-06 status:error<enter>")
        #expect(session.shows("without release:r99  "))
        #expect(!session.shows("without model"))
    }

    @Test("another window shows its own calls, wherever the selection was")
    func otherWindow() {
        var session = table()
        session.press("jjj[")
        #expect(session.state.requests.selectedIndex == 0)
        #expect(question(session)?.range.to == Scene.ago(15))
        #expect(session.state.requests.view?.answer.question == question(session))
        session.press("jj]")
        #expect(session.state.requests.selectedIndex == 0)
        #expect(session.state.requests.view?.rows.first?.id == session.source.calls.first?.id)
    }

    @Test("rows that are only brought up to date show no progress, and Esc goes back at once")
    func updates() throws {
        var session = table()
        session.answers = false
        session.send(.sourceChanged)
        session.wait(seconds: 1)
        let id = try #require(session.otherQuestions.last?.id)
        session.send(.progress(id, SearchProgress(read: 1, total: 2)))
        #expect(!session.shows("looked at"))
        session.press("<esc>")
        #expect(session.state.place == .overview)
    }

    @Test("how many match is said where rollups know it, failed calls among them")
    func counts() {
        var session = table(
            Scene.source(Scene.errors, calls: (0..<6000).map { Scene.call($0, apart: .milliseconds(100)) }))
        #expect(session.shows("200 of 180k"))
        session.press(":filter status:error<enter>")
        #expect(session.shows("200 of 11k") || session.shows("200 of 12k"))
        session.press(":filter latency>1s<enter>")
        #expect(session.shows("200 of more"))
    }

    @Test("r lists the oldest first; the first row is then the oldest, and the title says so")
    func oldest() {
        var session = table(Scene.source(calls: (0..<40).map { Scene.call($0) }))
        session.press("r")
        #expect(question(session)?.order == .oldest)
        #expect(session.shows("TIME▴") && session.shows("oldest first ▴"))
        #expect(session.state.selectedRequest?.id == session.source.calls.last?.id)
        session.press("r")
        #expect(question(session)?.order == .newest)
        session.press("wr")
        #expect(session.shows("only the order of time can be turned round"))
    }
}
