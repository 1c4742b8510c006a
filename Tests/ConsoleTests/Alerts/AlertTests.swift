import Console
import Domain
import Testing

/// What keys do about alerts, what the collector is asked, and what is shown before it has answered.
@Suite("Alerts")
struct AlertTests {
    private func session(_ source: FakeSource = Scene.alarmed, keys: String = "") -> Session {
        var session = Session(source, settings: ConsoleSettings(principal: "os:eve"))
        session.press(keys)
        return session
    }

    private func commands(_ session: Session) -> [(id: CommandID, command: ControlCommand)] {
        session.effects.compactMap { if case .perform(let id, let command) = $0 { (id, command) } else { nil } }
    }

    @Test("every pane's header says what waits and how bad it is, and ! goes there")
    func header() {
        for keys in ["", "2", ":health<enter>"] {
            var session = session(keys: keys)
            #expect(session.screen[0].contains("▲ 2 page"))
            session.press("!")
            #expect(session.shows("▸▲ page   firing"))
        }
        var warned = Scene.alarmed
        warned.board?.alerts = [Scene.faithfulnessAlert, Scene.latencyAlert].map {
            var alert = $0
            (alert.severity, alert.acknowledgement) = (.warn, nil)
            return alert
        }
        #expect(session(warned).screen[0].contains("▲ 2 warn"))
        warned.board?.alerts[0].severity = .page
        #expect(session(warned).screen[0].contains("▲ 1 page · 1 warn"))
    }

    @Test("nothing is said when nothing waits, and nothing is calm when nobody looks")
    func calm() {
        var session = session(Scene.watched)
        #expect(!session.screen[0].contains("▲"))
        session.press("7")
        #expect(session.shows("✓ nothing is wrong"))
        session.wait(seconds: 90)
        #expect(session.screen[0].contains("? alerts"))
        #expect(session.shows("no rule was looked at for 1 m"))
        #expect(!session.shows("nothing is wrong"))
        session.press("@03:10<enter>")
        #expect(!session.screen[0].contains("?"))
    }

    @Test("! goes on to the next that waits")
    func nextWaiting() {
        var session = session(keys: "!")
        #expect(session.shows("▸▲ page   firing"))
        session.press("!")
        #expect(session.shows("▸▲ page   no data"))
        session.press("!")
        #expect(session.shows("▸▲ page   firing"))
    }

    @Test("acknowledging is one key: shown at once, told to the collector, taken back when refused")
    func acknowledging() throws {
        var session = session(keys: "!A")
        let sent = try #require(commands(session).last)
        #expect(sent.command == .acknowledge(Scene.latencyAlert.id, note: nil))
        #expect(session.screen[0].contains("▲ 1 page"))
        #expect(session.shows("acked"))
        // The alert that was acted upon stays selected, so that a key pressed twice does not meet another.
        #expect(session.shows("▸▲ page   acked"))
        session.press("A")
        #expect(commands(session).count == 1)
        #expect(session.shows("it is yours already"))
        session.send(.performed(sent.id, .failure(ControlRefusal(.notRunning, "no collector is running"))))
        #expect(session.shows("no collector is running"))
        #expect(session.screen[0].contains("▲ 2 page"))
        #expect(session.shows("▸▲ page   firing"))
    }

    @Test("what the collector has done is shown until the board says it, which is asked for at once")
    func done() throws {
        var session = session(keys: "!")
        session.answers = false
        session.press("A")
        let sent = try #require(commands(session).last)
        let asked = session.otherQuestions.count
        session.send(.performed(sent.id, .success(.alerts)))
        #expect(
            session.otherQuestions.dropFirst(asked).contains { if case .board = $0.question { true } else { false } })
        #expect(session.screen[0].contains("▲ 1 page"))
    }

    @Test("a note with the acknowledgement, and one beside the alert")
    func notes() throws {
        var session = session(keys: "!:ack rolling back<enter>")
        #expect(commands(session).last?.command == .acknowledge(Scene.latencyAlert.id, note: "rolling back"))
        session.press("Nask the provider<enter>")
        #expect(commands(session).last?.command == .note(Scene.latencyAlert.id, "ask the provider"))
        #expect(session.shows("“ask the provider”"))
        session.press("N<enter>")
        #expect(commands(session).count == 2)
    }

    @Test(
        "a silence is chosen step by step or typed",
        arguments: [
            ("S<enter><enter>load test<enter>", Silence.Covers.alert(Scene.latencyAlert.id), Nanoseconds.hours(2)),
            ("Sj<enter>k<enter>load test<enter>", .rule("slow answers"), .minutes(30)),
            (":silence release 3d load test<enter>", .label(.release, "support-answer@r42"), .days(3)),
        ])
    func silencing(keys: String, covers: Silence.Covers, length: Nanoseconds) throws {
        var session = session(keys: "!" + keys)
        let sent = try #require(commands(session).last)
        #expect(sent.command == .silence(SilenceDraft(covers: covers, length: length, reason: "load test")))
        #expect(session.shows("silenced"))
        #expect(session.screen[0].contains("▲ 1 page"))
        session.press("U")
        #expect(session.shows("still on its way"))
        session.send(.performed(sent.id, .failure(ControlRefusal(.invalid, "reason: too short"))))
        #expect(session.screen[0].contains("▲ 2 page"))
    }

    @Test(
        "a silence without reason, of nothing or of too long is not sent",
        arguments: [
            "S<enter><enter><enter>", ":silence alert<enter><esc>", ":silence planet 2h x<enter>",
            ":silence alert 31d x<enter>",
            ":silence alert soon x<enter>",
        ])
    func wrongSilences(keys: String) {
        #expect(commands(session(keys: "!" + keys)).isEmpty)
    }

    @Test("a silence ends by U, in its list and on the alert that it covers")
    func endingSilences() {
        for keys in ["7lllU", "7jjjU"] {
            var session = session(keys: keys)
            #expect(commands(session).last?.command == .endSilence(Scene.silence.id))
            #expect(session.screen[0].contains("▲ 2 page · 1 warn"))
            session.press("U")
            #expect(commands(session).count == 1)
        }
    }

    @Test("nothing is changed read-only, looking back, and without a collector")
    func off() {
        var readOnly = Session(Scene.alarmed, settings: ConsoleSettings(isReadOnly: true))
        readOnly.press("!AU:ack x<enter><esc>:silence alert 2h x<enter><esc>N")
        #expect(commands(readOnly).isEmpty)
        #expect(readOnly.shows("--read-only"))
        var past = session(keys: "!@03:12<enter>A")
        #expect(commands(past).isEmpty)
        #expect(past.shows("looking back"))
        past.press("S")
        #expect(commands(past).isEmpty)
        var stopped = Scene.alarmed
        stopped.storeSummary.collector = nil
        let alone = session(stopped, keys: "!A")
        #expect(commands(alone).isEmpty)
        #expect(alone.shows("no collector is running"))
    }

    @Test(
        "an alert that says what a finding says leads alone, and once acknowledged the finding is back where no panel is"
    )
    func notTwice() {
        var narrow = Session(Scene.alarmed, width: 80, height: 24, settings: ConsoleSettings(principal: "os:eve"))
        #expect(narrow.shows("p95 latency support-answer@r42 4.02 s > 3 s"))
        #expect(!narrow.shows("p95 now"))
        narrow.press("!A1")
        #expect(narrow.shows("p95 now"))
    }

    @Test("while the person has not moved, Enter on Overview opens what waits; who moves has the table")
    func lentKeys() {
        let session = session(keys: "<enter>")
        #expect(session.shows("p95 latency support-answer@r42") && session.shows("No request is to be seen"))
        for session in [self.session(keys: "j<enter>"), self.session(Scene.watched, keys: "<enter>")] {
            #expect(session.shows("no call of the last 15 m matches"))
        }
    }

    @Test("a filter leaves alerts in which all words occur; Esc shows all again")
    func filter() {
        var session = session(keys: "7/r42 faith<enter>")
        #expect(session.shows("score faithfulness") && !session.shows("translator"))
        session.press("/nonsense<enter>")
        #expect(session.shows("nothing matches"))
        session.press("<esc>")
        #expect(session.shows("translator"))
    }

    @Test("alerts are ordered by urgency, time or rule, and copied as a sentence")
    func orderAndCopy() {
        var session = session(keys: "7s")
        #expect(session.shows("by since") && session.shows(" · warn   pending"))
        session.press(":sort rule<enter>")
        #expect(session.shows("by rule"))
        session.press(":sort colour<enter>")
        #expect(session.shows("urgency, since or rule"))
        session.press("<esc>:sort urgency<enter><home>y")
        guard case .copy(let text)? = session.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(
            text.hasPrefix("page: p95 latency support-answer@r42 4.02 s > 3 s for 6 m (rule slow answers, since 2026-"))
        session.press("<tab>y")
        #expect(session.effects.count == 2)
    }

    @Test("p asks once when the selected rule would have fired, and puts the answer away")
    func preview() {
        var session = session(keys: "7")
        session.press("p")
        #expect(session.shows("no rule is selected"))
        session.press("<tab>p")
        #expect(session.shows("it would have fired"))
        let asked = session.otherQuestions.count { if case .preview = $0.question { true } else { false } }
        session.wait(seconds: 20)
        #expect(session.otherQuestions.count { if case .preview = $0.question { true } else { false } } == asked)
        session.press("j")
        #expect(!session.shows("it would have fired"))
        session.press("kp")
        #expect(!session.shows("it would have fired"))
    }

    @Test("the budget of what is looked at is a line in the cost chart")
    func allowance() {
        var session = session()
        // $20 000 in the 720 hours of November.
        #expect(session.shows("budget 27.8"))
        session.press("/model:gpt-4o-mini<enter>")
        #expect(!session.shows("budget 27.8"))
    }

    @Test("the mouse chooses lists and rows, and the count in the header opens what waits")
    func mouse() throws {
        var session = session(keys: "7")
        let bar = try #require(session.screen[3].firstRange(of: "Budgets")?.lowerBound)
        let column = session.screen[3].distance(from: session.screen[3].startIndex, to: bar)
        session.send(.mouse(Mouse(.press, x: column, y: 3)))
        #expect(session.shows("FORECAST"))
        session.press("1")
        let badge = try #require(session.screen[0].firstRange(of: "▲ 2 page")?.lowerBound)
        session.send(
            .mouse(
                Mouse(.press, x: session.screen[0].distance(from: session.screen[0].startIndex, to: badge) + 2, y: 0)))
        #expect(session.shows("▸▲ page   firing"))
        session.send(.mouse(Mouse(.press, x: 5, y: 6)))
        #expect(session.shows("▸▲ page   no data"))
    }
}
