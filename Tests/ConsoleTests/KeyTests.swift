import Console
import Domain
import Drawing
import Testing

/// What keys do, said in keys.
@Suite("Keys")
struct KeyTests {
    @Test("j and k, arrows, Home and End move the selection")
    func moving() {
        var session = Session(Scene.slowCanary)
        session.press("j")
        #expect(session.shows("▸support-answer@r42"))
        session.press("jjjj")
        #expect(session.shows("▸summarise@r7"))
        session.press("<up>k<up>")
        #expect(session.shows("▸support-answer@r41"))
        session.press("<end>")
        #expect(session.shows("▸summarise@r7"))
        session.press("<home>")
        #expect(session.shows("▸support-answer@r41"))
    }

    @Test(
        "the selection stays with its row when rows are sorted, refreshed, gone and back, and when the window changes")
    func selectionSurvives() {
        var session = Session(Scene.slowCanary)
        session.press("j:sort p95<enter>")
        #expect(session.shows("▸support-answer@r42"))
        session.send(.resize(width: 80, height: 24))
        session.send(.resize(width: 20, height: 5))
        session.send(.resize(width: 200, height: 60))
        #expect(session.shows("▸support-answer@r42"))
        let all = session.source
        session.source.series.removeAll { $0.labels[.release] == "support-answer@r42" }
        session.send(.sourceChanged)
        session.wait(seconds: 2)
        #expect(!session.screen.contains { $0.contains("▸support-answer@r42") })
        session.source = all
        session.send(.sourceChanged)
        session.wait(seconds: 2)
        #expect(session.shows("▸support-answer@r42"))
    }

    @Test("s goes through the columns that are seen, r turns the order round")
    func sorting() {
        var session = Session(Scene.slowCanary)
        session.press("s")
        #expect(session.shows("sort: errors ▾"))
        session.press(":sort p95<enter>")
        #expect(session.shows("sort: p95 ▾"))
        let row = { (session: Session, name: String) in
            session.screen.firstIndex { $0.contains("│ \(name)") || $0.contains("▸\(name)") }
        }
        #expect(row(session, "summarise") ?? 0 < row(session, "support-answer@r41") ?? 0)
        session.press("r")
        #expect(session.shows("sort: p95 ▴"))
        #expect(row(session, "summarise") ?? 0 > row(session, "support-answer@r41") ?? 0)
        session.press(":sort colour<enter>")
        #expect(session.shows("there is no column colour"))
    }

    @Test("what is missing is sorted last, whichever way")
    func missingLast() {
        var session = Session(Scene.slowCanary)
        for keys in [":sort ttft<enter>", "r"] {
            session.press(keys)
            let rows = session.screen.filter { $0.hasPrefix("│ s") || $0.hasPrefix("│▸s") }
            #expect(rows.count == 3)
            #expect(rows.last?.contains("summarise@r7") == true)
        }
    }

    @Test("c hides a column and brings it back, and what had no room takes its place")
    func columns() {
        var session = Session(Scene.slowCanary, width: 80, height: 24)
        #expect(!session.shows("FAITHFULNESS"))
        session.press("cjj<enter>:columns ttft<enter>")
        #expect(!session.shows("P50 s") && !session.shows("TTFT s"))
        #expect(session.shows("FAITHFULNESS"))
        session.press("c<home>jj<enter>")
        #expect(session.shows("P50 s"))
        session.press(":columns name<enter>")
        #expect(session.shows("there is no column name"))
    }

    @Test("g goes through the groupings, :group takes one")
    func grouping() {
        var session = Session(Scene.slowCanary)
        #expect(session.questions.last?.grouping == nil)
        session.press("g")
        #expect(session.questions.last?.grouping == .service)
        session.press("ggggg")
        #expect(session.questions.last?.grouping == .release)
        session.press(":group model<enter>")
        #expect(session.questions.last?.grouping == .model)
        #expect(session.shows("By model ▾"))
    }

    @Test("n looks at one row, Esc leads back to where one was")
    func narrowing() {
        var session = Session(Scene.slowCanary)
        session.press("jn")
        #expect(session.questions.last?.filter == Filter([FilterTerm(.equals(.release, ["support-answer@r42"]))]))
        #expect(session.questions.last?.grouping == .model)
        #expect(session.shows("only release:support-answer@r42"))
        session.press("<esc>")
        #expect(session.questions.last?.filter == .all)
        #expect(session.shows("▸support-answer@r42"))
    }

    @Test("names of any kind can be looked at alone", arguments: Scene.hostileTexts)
    func narrowingToAttacks(name: String) {
        var session = Session(Scene.hostile)
        let index = Scene.hostileTexts.firstIndex(of: name) ?? 0
        session.press(String(repeating: "j", count: index) + "n")
        guard !name.isEmpty else { return }
        #expect(session.questions.last?.filter.terms.first?.condition == .equals(.release, [name]))
    }

    @Test("/ filters, and points at what it does not understand")
    func filtering() {
        var session = Session(Scene.slowCanary)
        session.press("/model:gpt-4o-mini -release:summarise@r7<enter>")
        #expect(session.questions.last?.filter.terms.count == 2)
        session.press("/<ctrl-u>status:perhaps<enter>")
        #expect(session.shows("status is error or ok"))
        #expect(session.questions.last?.filter.terms.count == 2)
        session.press("<esc>/<ctrl-u><enter>")
        #expect(session.questions.last?.filter == .all)
    }

    @Test("Space stops the screen and lets it go on")
    func pausing() {
        var session = Session(Scene.calm)
        session.press(" ")
        let asked = session.questions.count
        session.send(.sourceChanged)
        session.wait(seconds: 60)
        #expect(session.questions.count == asked)
        #expect(session.shows("‖ paused 03:12"))
        session.press(" ")
        #expect(session.questions.last?.at == session.now)
        #expect(session.shows("● live"))
    }

    @Test("@ looks back to the latest such time")
    func lookingBack() {
        var session = Session(Scene.slowCanary)
        session.press("@03:00<enter>")
        #expect(session.questions.last?.at == Timestamp(rfc3339: "2026-11-24T03:00:00Z"))
        #expect(session.shows("⟲ 03:00"))
        session.press("@23:00<enter>")
        #expect(session.questions.last?.at == Timestamp(rfc3339: "2026-11-23T23:00:00Z"))
        #expect(session.shows("⟲ 11-23 23:00"))
        session.press("@2026-11-23 03:12<enter>")
        #expect(session.questions.last?.at == Timestamp(rfc3339: "2026-11-23T03:12:00Z"))
        session.press("@2h<enter>")
        #expect(session.questions.last?.at == Scene.now.advanced(by: -.hours(2)))
        session.press("@2027-01-01<enter>")
        #expect(session.shows("that has not happened yet"))
        session.press("<esc><esc>")
        #expect(session.state.time.mode == .live)
    }

    @Test("[ and ] move by windows, { and } change how much is seen")
    func windows() {
        var session = Session(Scene.calm)
        session.press("[")
        #expect(session.state.time.mode == .past(Scene.now.advanced(by: -.minutes(15))))
        session.press("[]")
        #expect(session.state.time.mode == .past(Scene.now.advanced(by: -.minutes(15))))
        session.press("]")
        #expect(session.state.time.mode == .live)
        session.press("{")
        #expect(session.state.time.length == .hours(1))
        session.press("}}")
        #expect(session.state.time.length == .minutes(5))
        session.press("}")
        #expect(session.shows("this is the shortest range"))
    }

    @Test("t chooses the range, :range takes one")
    func ranges() {
        var session = Session(Scene.calm)
        session.press("tj<enter>")
        #expect(session.state.time.length == .hours(1))
        session.press(":range 24h<enter>")
        #expect(session.questions.last?.length == .hours(24))
        #expect(session.shows("last 24 h"))
        session.press(":range 1s<enter>")
        #expect(session.shows("write a length from 1m to 400d"))
    }

    @Test("e and a choose among what there is; one is not a choice")
    func scope() {
        var session = Session(Scene.hostile)
        session.press("ejj<enter>")
        #expect(session.state.scope.environment != nil)
        session.press("e<home><enter>")
        #expect(session.state.scope.environment == nil)
        session.press("a/evil<enter>")
        #expect(session.state.scope.service == Scene.hostileTexts[1])
        var single = Session(Scene.calm)
        single.press("e")
        #expect(single.shows("there is only one environment"))
    }

    @Test("T shows each theme while it is selected, and Esc takes it back")
    func themes() {
        var session = Session(Scene.calm)
        session.press("Tj")
        #expect(session.effects == [.setTheme("light")])
        session.press("<esc>")
        #expect(session.effects == [.setTheme("light"), .setTheme("dark")])
        session.press("Tjj<enter>")
        #expect(session.state.theme == "sixteen")
        session.press(":theme monochrome<enter>")
        #expect(session.effects.last == .setTheme("monochrome"))
        session.press(":theme pink<enter>")
        #expect(session.shows("there is no theme pink"))
    }

    @Test("an environment wears its own theme while it is looked at")
    func environmentThemes() {
        let staging = Scene.series(
            [.environment: "staging", .service: "a", .release: "a@r1"], perMinute: 60, since: 20)
        let settings = ConsoleSettings(environmentThemes: ["prod": "light"])
        var session = Session(Scene.source([Scene.summaries, staging]), settings: settings)
        session.press(":environment prod<enter>")
        #expect(session.effects == [.setTheme("light")])
        session.press(":environment staging<enter>")
        #expect(session.effects == [.setTheme("light"), .setTheme("dark")])
        #expect(Session(Scene.calm, settings: settings).effects == [.setTheme("light")])
    }

    @Test("the program's own affairs are effects")
    func effects() {
        var session = Session(Scene.calm)
        session.press("<ctrl-l><ctrl-z>:<ctrl-c>M:screenshot out.txt<enter>q")
        #expect(session.effects == [.repaint, .suspend, .setMouse(false), .saveScreenshot("out.txt"), .quit])
    }

    @Test("q and Esc first leave what is enlarged")
    func leaving() {
        var session = Session(Scene.calm)
        session.press("zq")
        #expect(session.effects.isEmpty)
        session.press("z<esc><esc>")
        #expect(session.effects.isEmpty)
        session.press("q")
        #expect(session.effects == [.quit])
    }

    @Test("y copies a row as a sentence without anything that could steer a terminal")
    func copying() {
        var session = Session(Scene.slowCanary)
        session.press("jy")
        guard case .copy(let text) = session.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text.hasPrefix("support-answer@r42: 6.32 req/s, errors 0.7 %, p50 0.84 s, p95 2.97 s"))
        #expect(text.hasSuffix("(15 m up to 2026-11-24T03:12:44Z)"))
        session.press(":copy name<enter>")
        #expect(session.effects.last == .copy("support-answer@r42"))
        var hostile = Session(Scene.hostile)
        hostile.press("y")
        guard case .copy(let attack) = hostile.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(attack.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        var empty = Session(Scene.empty)
        empty.press("y")
        guard case .copy(let lesson) = empty.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(lesson.contains("OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318\n"))
    }

    @Test("pasted text goes into a field or nowhere, and never acts")
    func pasting() {
        var session = Session(Scene.calm)
        session.send(.paste("qqq:quit\n"))
        #expect(session.effects.isEmpty)
        session.press(":")
        session.send(.paste("quit\n"))
        #expect(session.effects.isEmpty)
        #expect(session.shows(":quit"))
    }

    @Test("Tab completes commands and what follows them")
    func completion() {
        var session = Session(Scene.calm)
        session.press(":the<tab>l<tab><enter>")
        #expect(session.state.theme == "light")
        session.press(":overview.gr<tab>mo<tab><enter>")
        #expect(session.questions.last?.grouping == .model)
        session.press(":nonsense<enter>")
        #expect(session.shows("there is no command nonsense"))
        session.press("<esc>:pause 5<enter>")
        #expect(session.shows("pause takes nothing after it"))
    }

    @Test("? lists every command, with the reason for those that cannot be done now, and runs the one that is chosen")
    func help() {
        var session = Session(Scene.calm, width: 160, height: 60)
        session.press("?")
        #expect(session.shows("not now: this is now"))
        session.press("/paint<enter>")
        #expect(session.effects == [.repaint])
    }

    @Test("the footer shows no key that does nothing here")
    func footer() {
        var session = Session(Scene.empty)
        #expect(session.screen.last?.contains("Enter") == false)
        session = Session(Scene.calm)
        #expect(session.screen.last?.contains("Enter open") == true)
        #expect(session.screen.last?.contains("environment") == false)
    }

    @Test("Tab goes through the panels, h and l through the charts, z enlarges")
    func panels() {
        var session = Session(Scene.calm, width: 80, height: 24)
        session.press("<tab><tab>llll")
        #expect(session.shows("TTFT, ms"))
        session.press("z")
        #expect(session.shows("Time to first token, ms"))
        #expect(!session.shows("BY RELEASE"))
        session.press("z<shift-tab>z")
        #expect(session.shows("WHAT CHANGED"))
        #expect(!session.shows("Latency, s"))
    }
}
