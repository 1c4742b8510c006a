import Console
import Domain
import Testing

/// When the console asks, and which answers it takes.
@Suite("Asking")
struct AskingTests {
    @Test("nothing is asked before the time is known, nor while nobody sees the pane")
    func unseen() {
        var state = ConsoleState()
        #expect(reduce(&state, .resize(width: 120, height: 40)).isEmpty)
        #expect(reduce(&state, .sourceChanged).isEmpty)
        #expect(reduce(&state, .resize(width: 20, height: 5)).isEmpty)
        #expect(reduce(&state, .tick(Scene.now)).isEmpty)
        // What Overview shows, and which alerts and rollouts wait.
        #expect(reduce(&state, .resize(width: 120, height: 40)).count == 3)
    }

    @Test("time alone waits for the answer that is under way; people do not")
    func oneAtATime() {
        var session = Session(Scene.calm)
        session.answers = false
        session.send(.sourceChanged)
        session.wait(seconds: 30)
        #expect(session.questions.count == 2)
        session.press("g")
        #expect(session.questions.count == 3)
    }

    @Test("who comes back from another time is answered at once")
    func backToThePresent() {
        var session = Session(Scene.calm)
        session.press("@03:00<enter>")
        let asked = session.questions.count
        session.press("<space>")
        #expect(session.questions.count == asked + 1)
    }

    @Test("an answer to an older question is too late")
    func lateAnswers() throws {
        var state = ConsoleState()
        _ = reduce(&state, .resize(width: 120, height: 40))
        func ask(_ event: ConsoleEvent) throws -> (QuestionID, OverviewQuestion) {
            for case .ask(let id, .overview(let question)) in reduce(&state, event) { return (id, question) }
            throw AnswerFailure("nothing was asked")
        }
        let first = try ask(.tick(Scene.now))
        let second = try ask(.key(.character("g")))
        let answer = { try Answer.overview(OverviewAnswer.load($0, from: Scene.slowCanary)) }
        _ = reduce(&state, .answer(second.0, .success(try answer(second.1))))
        let screen = render(state)
        _ = reduce(&state, .answer(first.0, .success(try answer(first.1))))
        #expect(render(state) == screen)
        _ = reduce(&state, .answer(first.0, .failure(AnswerFailure("too late"))))
        #expect(render(state) == screen)
    }

    @Test("what was committed is asked for within the refresh interval, else every five seconds")
    func cadence() {
        var session = Session(Scene.calm)
        #expect(session.questions.count == 1)
        session.wait(seconds: 4)
        #expect(session.questions.count == 1)
        session.wait(seconds: 1)
        #expect(session.questions.count == 2)
        for _ in 0..<3 {
            session.send(.sourceChanged)
            session.wait(seconds: 1)
        }
        #expect(session.questions.count == 5)
        session.press(":range 24h<enter>")
        #expect(session.questions.count == 6)
        for _ in 0..<10 {
            session.send(.sourceChanged)
            session.wait(seconds: 1)
        }
        #expect(session.questions.count == 8)
    }

    @Test("a clock that is set back stops nothing")
    func clockSetBack() {
        var session = Session(Scene.calm)
        session.send(.tick(Scene.now.advanced(by: -.hours(1))))
        session.send(.tick(Scene.now.advanced(by: -.minutes(59))))
        #expect(session.questions.count == 3)
    }

    @Test("a wider window asks anew only when its charts have finer steps")
    func resizing() {
        var session = Session(Scene.calm)
        session.send(.resize(width: 121, height: 30))
        session.send(.resize(width: 200, height: 60))
        #expect(session.questions.count == 1)
        session.press(":range 6h<enter>")
        let asked = session.questions.count
        session.send(.resize(width: 80, height: 24))
        #expect(session.questions.count == asked + 1)
        #expect(session.questions.last.map { $0.step > .minutes(5) } == true)
    }

    @Test("a store that cannot be read is said so, old numbers are marked, and it is tried again within two seconds")
    func failures() {
        var session = Session(Scene.calm)
        session.answers = false
        session.send(.sourceChanged)
        session.wait(seconds: 1)
        guard let id = session.lastID else {
            Issue.record("nothing was asked")
            return
        }
        session.send(.answer(id, .failure(AnswerFailure("disk I/O error"))))
        #expect(session.shows("✖ the store cannot be read: disk I/O error"))
        #expect(!session.shows("● live"))
        session.answers = true
        session.wait(seconds: 2)
        #expect(session.shows("● live"))
    }

    @Test("data asked for more than ten seconds ago are not called live")
    func outdated() {
        var session = Session(Scene.calm)
        session.answers = false
        session.wait(seconds: 10)
        #expect(session.shows("● live"))
        session.wait(seconds: 1)
        #expect(!session.shows("● live"))
        #expect(session.shows("data as of 03:12:44"))
    }

    @Test("old numbers are not passed off as those of a new range")
    func slowAnswers() {
        var session = Session(Scene.calm)
        session.answers = false
        session.press(":range 24h<enter>")
        session.wait(seconds: 2)
        #expect(session.shows("… reading"))
        #expect(!session.shows("● live"))
        #expect(session.shows("P95, 15 m"))
    }

    @Test("a collector that fell silent is said so")
    func silentCollector() {
        var source = Scene.calm
        source.storeSummary.collector?.written = Scene.now.advanced(by: -.seconds(11))
        #expect(Session(source).shows("collector not running · data ends 03:12"))
        source.storeSummary.collector?.written = Scene.now
        source.storeSummary.collector?.trouble = "disk full"
        #expect(Session(source).shows("✖ the collector stores nothing: disk full"))
    }
}
