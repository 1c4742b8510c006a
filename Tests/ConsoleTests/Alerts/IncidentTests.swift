import Console
import Domain
import Drawing
import Testing
import TestSupport

/// The incident of an alert: what it shows, where its keys lead, what it hands over.
@Suite("Incidents")
struct IncidentTests {
    private static var source: FakeSource {
        var source = Scene.alarmed
        source.calls = Scene.traffic.calls
        return source
    }

    private func session(_ source: FakeSource = Self.source, _ keys: String = "!i", width: Int = 120, height: Int = 40)
        -> Session
    {
        var session = Session(source, width: width, height: height, settings: ConsoleSettings(principal: "os:eve"))
        session.press(keys)
        return session
    }

    private func look(
        _ name: String, of source: FakeSource = Self.source, sizes: [(Int, Int)], glyphs: GlyphSet = .braille,
        keys: String = "!i"
    ) {
        for (width, height) in sizes {
            var session = Session(
                source, width: width, height: height, settings: ConsoleSettings(glyphs: glyphs, principal: "os:eve"))
            session.press(keys)
            expectSnapshot(session.canvas, name, variant: glyphs == .braille ? nil : glyphs.rawValue)
        }
    }

    @Test("as it is seen")
    func snapshots() {
        look("incident/slow-canary", sizes: [(80, 24), (120, 40), (200, 60), (60, 16), (100, 30)])
        look("incident/slow-canary", sizes: [(80, 24), (120, 40)], glyphs: .ascii)
        look("incident/resolved", sizes: [(80, 24)], keys: "7<end><enter>")
        look("incident/hostile", of: Scene.hostileAlerts, sizes: [(80, 24), (120, 40)], keys: "7i")
        look("incident/export", sizes: [(80, 24)], keys: "!iE")
    }

    @Test("one key from Overview, one from the list; Esc leads back to where one came from")
    func opening() {
        var session = session(Self.source, "<enter>")
        #expect(session.shows("Worst requests"))
        session.press("<esc>")
        #expect(session.shows("By release ▾"))
        session.press("!<enter>")
        #expect(session.shows("Worst requests"))
        session.press("<esc>")
        #expect(session.shows("SEVERITY"))
    }

    @Test("Enter opens a request, the calls of a group, the calls of a change; Esc leads back to the incident")
    func leading() {
        for (keys, shown) in [
            ("<enter>", "Steps"), ("<shift-tab><enter>", "release:"), ("<tab><enter>", "release:support-answer@r42"),
        ] {
            var session = session(Self.source, "!i" + keys)
            #expect(session.shows(shown) || !session.shows("Worst requests"), "\(keys)")
            session.press("<esc>")
            #expect(session.shows("Worst requests"), "\(keys)")
        }
    }

    @Test("g splits by what calls say, one after the other")
    func splitting() {
        var session = session()
        #expect(session.shows("By release"))
        session.press("g")
        #expect(session.shows("By model"))
        session.press("g")
        #expect(session.shows("By release"))
    }

    @Test("who is slow has most of the slow calls with few of all")
    func split() {
        let session = session()
        #expect(
            session.screen.contains {
                $0.contains("support-answer@r42") && $0.contains("▲ 30 %") && $0.contains("4.3 %")
            })
    }

    @Test("acknowledging and noting work here, and are seen at once")
    func acting() {
        var session = session()
        session.press("A")
        #expect(session.shows("ack: eve"))
        session.press("Nrolled back<enter>")
        #expect(session.effects.count { if case .perform = $0 { true } else { false } } == 2)
    }

    @Test("the export proposes a name; the handover is written with what is known now")
    func writing() throws {
        var session = session()
        session.press("E<enter>")
        guard case .exportIncident(let range, let path)? = session.effects.last else {
            Issue.record("nothing is exported")
            return
        }
        #expect(path == "incident-2026-11-24T0231.db")
        #expect(range.contains(Scene.latencyAlert.since))
        session.press("A:handover night.md<enter>")
        guard case .save(let text, let file)? = session.effects.last else {
            Issue.record("nothing is written")
            return
        }
        #expect(file == "night.md")
        #expect(text.hasPrefix("# page: p95 latency support-answer@r42 4.02 s \\> 3 s for 6 m\n"))
        #expect(text.contains("by os:eve at 2026-11-24 03:12:44 UTC"))
        #expect(text.contains("## What changed") && text.contains("new release support-answer@r42"))
        #expect(text.contains("## By release") && text.contains("## Worst requests"))
        #expect(text.contains("    headframe --at 2026-11-24T03:12:44Z\n"))
        session.press(":export everything<enter>")
        #expect(session.shows("write :export incident FILE"))
    }
}
