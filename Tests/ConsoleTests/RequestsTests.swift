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
        let selected = session.state.requests.selectedRow?.id
        let row = session.screen.firstIndex { $0.hasPrefix("▸") }
        session.source.calls.insert(newCall(session), at: 0)
        session.send(.sourceChanged)
        session.wait(seconds: 1)
        #expect(session.state.requests.selectedRow?.id == selected)
        #expect(session.screen.firstIndex { $0.hasPrefix("▸") } == row)
        #expect(session.state.requests.selectedIndex == 4)
        session.press("<home>")
        #expect(session.state.requests.selectedIndex == 0 && session.state.requests.offset == 0)
    }

    @Test("rows that are read stay when newer ones push them out, until Home follows the present again")
    func standstill() {
        var session = table()
        session.press("jj")
        let selected = session.state.requests.selectedRow?.id
        for number in 0..<300 {
            session.source.calls.insert(
                Scene.call(-2 - number) { $0.end = session.now.advanced(by: .milliseconds(Int64(number))) }, at: 0)
        }
        session.send(.sourceChanged)
        session.wait(seconds: 2)
        #expect(session.state.requests.selectedRow?.id == selected)
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
        #expect(session.state.requests.selectedRow?.call.isError == true)
        let row = session.state.requests.selectedRow
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
        let row = try #require(session.state.requests.selectedRow)
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
}
