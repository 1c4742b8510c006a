import Domain
import Drawing
import Testing

@testable import Console

/// What keys do in one request.
@Suite("One request")
struct RequestTests {
    private func open(
        _ trace: FakeTrace, source: FakeSource? = nil, width: Int = 120, height: Int = 40,
        settings: ConsoleSettings = ConsoleSettings(principal: "os:mk")
    ) -> Session {
        var session = Session(
            source ?? TraceScene.source(trace), width: width, height: height, settings: settings)
        session.press(":request \(trace.outline.traceID)<enter>")
        return session
    }

    private func commands(_ session: Session) -> [(id: CommandID, command: ControlCommand)] {
        session.effects.compactMap { if case .perform(let id, let command) = $0 { (id, command) } else { nil } }
    }

    private func feedback(rating: Rating?, correction: String? = nil, number: Int64 = 9) -> Feedback {
        Feedback(
            id: FeedbackID(rawValue: number), traceID: FakeTrace.id(1), spanID: FakeTrace.span(7), rating: rating,
            correction: correction, note: nil, principal: "os:mk", time: Scene.now)
    }

    // MARK: Steps

    @Test("what went wrong is looked at first, in words")
    func failureFirst() {
        for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
            let session = open(TraceScene.agent, width: width, height: height)
            #expect(session.screen[3].hasPrefix(" ✖ TimeoutError: no answer from flights.example"))
            #expect(session.state.request?.waterfall.span == FakeTrace.span(3))
        }
    }

    @Test("x goes from failure to failure, through what is folded")
    func failures() {
        var session = open(TraceScene.large)
        #expect(session.state.request?.waterfall.step?.isError == true)
        session.press("<home>")
        #expect(session.state.request?.waterfall.step?.isError == false)
        session.press("x")
        #expect(session.state.request?.waterfall.step?.isError == true)
    }

    @Test("equal siblings make one row, which unfolds and folds again; ordinary spans are folded at first")
    func folding() {
        var session = open(TraceScene.retrieval)
        #expect(session.shows("2 spans without calls"))
        let before = session.state.request?.waterfall.rows
        session.press("kl")
        #expect(session.state.request?.waterfall.rows.count == (before?.count ?? 0) + 2)
        session.press("h")
        #expect(session.state.request?.waterfall.rows == before)
        session.press("u")
        #expect(session.shows("SELECT"))
        session.press("u")
        #expect(session.state.request?.waterfall.rows == before)
    }

    @Test("while the trace grows, selection, folds and place stay")
    func growing() {
        var trace = TraceScene.retrieval
        var session = open(trace)
        session.press("kzk<tab>")
        let span = session.state.request?.waterfall.span
        trace.add(trace.row(9, below: 1, "late", .chat, 1_500, 100))
        session.source = TraceScene.source(trace)
        session.send(.sourceChanged)
        session.wait(seconds: 6)
        #expect(session.shows("Steps 9"))
        #expect(session.state.request?.waterfall.span == span)
        #expect(session.shows("SELECT"))
    }

    @Test("a step that the person goes to is read; going back shows it at once")
    func reading() {
        var session = open(TraceScene.retrieval)
        session.press("kk")
        #expect(session.shows("3 DOCUMENTS") && session.shows("score 0.91"))
        session.answers = false
        session.press("jj")
        #expect(session.shows("faithfulness  0.42 unsupported  by llm"))
    }

    @Test("a conversation is scrolled, unfolded, searched and copied")
    func conversation() {
        var session = open(TraceScene.retrieval)
        session.press("<tab>")
        #expect(!session.shows("Rule number 9"))
        session.press("z")
        #expect(session.shows("Rule number 9"))
        session.press("z")
        #expect(!session.shows("Rule number 9"))
        session.press("/RULE NUMBER 29<enter>")
        #expect(session.shows("Rule number 29"))
        session.press("/customs duty<enter>y")
        #expect(
            session.effects.last == .copy("The answer says that the sender pays the customs duty; no document says so.")
        )
        session.press("/not in it<enter>")
        #expect(session.shows("'not in it' is not in it"))
        session.press(":copy trace<enter>")
        #expect(session.effects.last == .copy("4f1c4f1c4f1c4f1c0000000000000001"))
        session.press(":copy moon<enter>")
        #expect(session.shows("copy what is selected"))
    }

    @Test("attributes are sorted and their values spread")
    func attributes() {
        var session = open(TraceScene.retrieval, height: 60)
        session.press("v")
        let rows = session.screen.map { $0.split(separator: "││").last.map(String.init) ?? "" }
        let names = ["app.tags", "gen_ai.input.messages", "gen_ai.operation.name", "gen_ai.request.model"]
        let places = names.map { name in rows.firstIndex { $0.contains(name) } ?? -1 }
        #expect(places == places.sorted() && places.first != -1)
        #expect(session.shows("RESOURCE") && session.shows("test.instrumentation"))
        session.press("v")
        #expect(session.shows("SYSTEM"))
    }

    // MARK: Sessions

    @Test("turns of the session follow one another, and all are listed")
    func turns() {
        var session = open(TraceScene.retrieval, source: TraceScene.conversation)
        #expect(session.shows("turn 3 of 17"))
        session.press("s")
        #expect(session.shows("Session c-2291  17 turns") && session.shows("● 3"))
        session.press("<esc>>")
        #expect(session.state.request?.trace == FakeTrace.id(103))
        session.press("<")
        #expect(session.state.request?.trace == FakeTrace.id(1))
        session.press("s<end><enter>")
        #expect(session.state.request?.trace == FakeTrace.id(116))
        session.press(">")
        #expect(session.shows("this is the last turn"))
    }

    // MARK: Saying something

    @Test("a rating shows at once, is stored, and the same key takes it back")
    func rating() throws {
        var session = open(TraceScene.retrieval)
        session.press("+")
        let sent = try #require(commands(session).last)
        #expect(
            sent.command
                == .feedback(FeedbackDraft(traceID: FakeTrace.id(1), spanID: FakeTrace.span(7), rating: .up)))
        #expect(session.shows("+ good  … on its way"))
        session.press("+")
        #expect(commands(session).count == 1 && session.shows("still on its way"))
        session.send(.performed(sent.id, .success(.feedback(feedback(rating: .up)))))
        #expect(session.shows("stored as os:mk") && session.shows("+ good"))
        #expect(!session.shows("on its way"))
        session.press("+")
        let second = try #require(commands(session).last)
        #expect(second.command == .takeBack(FeedbackID(rawValue: 9)))
        session.send(.performed(second.id, .success(.feedback(feedback(rating: .up)))))
        #expect(session.shows("taken back"))
        session.press("-")
        #expect(session.shows("− bad"))
    }

    @Test("taking back a rating keeps the correction")
    func takingBackRating() {
        var trace = TraceScene.retrieval
        trace.feedback = [feedback(rating: .down, correction: "no")]
        var session = open(trace)
        session.press("-")
        let rest = FeedbackDraft(traceID: FakeTrace.id(1), spanID: FakeTrace.span(7), correction: "no")
        #expect(commands(session).map(\.command) == [.takeBack(FeedbackID(rawValue: 9)), .feedback(rest)])
    }

    @Test("what is refused is taken back, with the reason")
    func refusal() throws {
        var session = open(TraceScene.retrieval)
        session.press("-")
        let sent = try #require(commands(session).last)
        session.send(.performed(sent.id, .failure(ControlRefusal(.notRunning, "no collector is running"))))
        #expect(session.shows("not stored: no collector is running"))
        #expect(!session.shows("− bad"))
        // Twice makes no difference, and neither does an answer to nothing.
        session.send(.performed(sent.id, .success(.feedback(feedback(rating: .down)))))
        #expect(!session.shows("− bad"))
    }

    @Test("nothing can be said when looking back, read-only, or where there is no call; the reason is told")
    func actionsOff() {
        var session = open(TraceScene.retrieval, settings: ConsoleSettings(isReadOnly: true))
        session.press("+c")
        #expect(commands(session).isEmpty && session.shows("--read-only"))
        session = open(TraceScene.retrieval)
        session.press("@03:12<enter>-")
        #expect(commands(session).isEmpty && session.shows("looking back"))
        session = open(FakeTrace(77), source: Scene.calm)
        session.press("+")
        #expect(commands(session).isEmpty && session.shows("there is no call to judge"))
    }

    @Test("a correction begins with the answer; Enter and pasting never send, Esc keeps what was written")
    func correcting() throws {
        var session = open(TraceScene.retrieval)
        session.press("c")
        #expect(session.shows("What the answer should have been") && session.shows("Your parcel is at customs"))
        session.press("<enter>more")
        session.send(.paste("\u{4}\u{13}\n pasted \u{1B}[31m"))
        #expect(commands(session).isEmpty)
        session.press("<esc>")
        #expect(!session.shows("What the answer should have been"))
        session.press("c")
        #expect(session.shows("more") && session.shows("pasted"))
        session.send(.key(.control("s")))
        let sent = try #require(commands(session).last)
        guard case .feedback(let draft) = sent.command else {
            Issue.record("no feedback was sent")
            return
        }
        #expect(draft.correction?.hasPrefix("Your parcel is at customs") == true)
        #expect(draft.correction?.hasSuffix("\nmore\n pasted [31m") == true)
        session.send(.performed(sent.id, .failure(ControlRefusal(.unavailable, "later"))))
        session.press("c")
        #expect(session.shows("pasted"))
    }

    @Test("an empty note is not sent")
    func emptyNote() {
        var session = open(TraceScene.retrieval)
        session.press("N ")
        session.send(.key(.control("d")))
        #expect(commands(session).isEmpty && session.shows("write something first"))
    }

    @Test("E names a file after the trace, or takes the name that is typed")
    func export() {
        var session = open(TraceScene.retrieval)
        session.press("E")
        #expect(
            session.effects.last
                == .exportRequest(FakeTrace.id(1), path: "request-4f1c4f1c4f1c4f1c0000000000000001.json"))
        session.press(":export /tmp/r.json<enter>")
        #expect(session.effects.last == .exportRequest(FakeTrace.id(1), path: "/tmp/r.json"))
    }
}
