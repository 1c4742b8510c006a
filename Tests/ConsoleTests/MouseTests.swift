import Console
import Domain
import Testing

@Suite("Mouse")
struct MouseTests {
    /// Where a text begins on the screen.
    private func place(of text: String, in session: Session) throws -> (x: Int, y: Int) {
        let y = try #require(session.screen.firstIndex { $0.contains(text) }, "\(text) is not on the screen")
        let range = try #require(session.screen[y].firstRange(of: text))
        return (session.screen[y].distance(from: session.screen[y].startIndex, to: range.lowerBound), y)
    }

    private func press(_ text: String, in session: inout Session) throws {
        let (x, y) = try place(of: text, in: session)
        session.send(.mouse(Mouse(.press, x: x + 2, y: y)))
    }

    @Test("it selects rows, sorts by columns and scrolls")
    func table() throws {
        var session = Session(Scene.slowCanary)
        try press("│ support-answer@r42", in: &session)
        #expect(session.shows("▸support-answer@r42"))
        try press("P95 s", in: &session)
        #expect(session.shows("sort: p95 ▾"))
        try press("P95 s▾", in: &session)
        #expect(session.shows("sort: p95 ▴"))
        session.send(.mouse(Mouse(.scrollDown, x: 5, y: 30)))
        #expect(session.shows("▸summarise@r7"))
        session.send(.mouse(Mouse(.scrollUp, x: 5, y: 30)))
        #expect(session.shows("▸support-answer@r41"))
    }

    @Test("it opens what the header names, and chooses")
    func header() throws {
        var session = Session(Scene.hostile, width: 160)
        try press("all services", in: &session)
        #expect(session.shows("┌ Service "))
        let (x, y) = try place(of: "two␊lines", in: session)
        session.send(.mouse(Mouse(.press, x: x, y: y)))
        #expect(session.state.scope.service == Scene.hostileTexts[2])
        try press("last 15 m", in: &session)
        #expect(session.shows("┌ Range "))
        session.send(.mouse(Mouse(.press, x: 0, y: 39)))
        #expect(!session.shows("┌ Range "))
        try press("● live", in: &session)
        #expect(session.shows("‖ paused"))
        try press("1 Overview", in: &session)
    }

    @Test("it gives the keys to a panel")
    func panels() throws {
        var session = Session(Scene.calm)
        try press("Errors, %", in: &session)
        session.press("z")
        #expect(session.shows("Errors, %"))
        #expect(!session.shows("Latency, s"))
    }

    @Test("switched off, it does nothing")
    func off() throws {
        var session = Session(Scene.slowCanary)
        session.press("M")
        try press("│ support-answer@r42", in: &session)
        #expect(session.shows("▸support-answer@r41"))
    }
}
