import Console
import Domain
import Drawing
import Testing
import TestSupport

/// What the pane Alerts looks like, and what other panes say of alerts. Canvases carry roles and no colours, so one snapshot
/// serves every theme and the terminal without colours.
@Suite("Alerts, as they are seen")
struct AlertsSnapshotTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    private func look(
        _ source: FakeSource, _ name: String, sizes: [(Int, Int)] = sizes, glyphs: [GlyphSet] = [.braille],
        keys: String = "7", settings: ConsoleSettings = ConsoleSettings(principal: "os:eve"),
        after: (inout Session) -> Void = { _ in }
    ) {
        for (width, height) in sizes {
            for set in glyphs {
                var settings = settings
                settings.glyphs = set
                var session = Session(source, width: width, height: height, settings: settings)
                session.press(keys)
                after(&session)
                expectSnapshot(session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }

    @Test("what waits, what is looked after, what is over")
    func alerts() {
        look(Scene.alarmed, "alerts/alerts", sizes: Self.sizes + [(60, 16)])
        look(Scene.alarmed, "alerts/alerts", sizes: [(80, 24), (120, 40)], glyphs: [.ascii])
        look(Scene.alarmed, "alerts/acknowledged", sizes: [(80, 24), (120, 40)], keys: "7jj")
    }

    @Test("rules, budgets, silences, receivers")
    func lists() {
        look(Scene.alarmed, "alerts/rules", keys: "7<tab>")
        look(Scene.alarmed, "alerts/budgets", keys: "7<tab><tab>")
        look(Scene.alarmed, "alerts/budgets", sizes: [(80, 24)], glyphs: [.ascii], keys: "7<tab><tab>")
        look(Scene.alarmed, "alerts/silences", sizes: [(80, 24), (120, 40)], keys: "7lll")
        look(Scene.alarmed, "alerts/receivers", sizes: [(80, 24), (120, 40)], keys: "7<shift-tab>j")
    }

    @Test("when a rule would have fired")
    func preview() {
        look(Scene.alarmed, "alerts/preview", keys: "7<tab>p")
        look(Scene.alarmed, "alerts/preview", sizes: [(80, 24)], glyphs: [.ascii], keys: "7<tab>p")
        look(Scene.alarmed, "alerts/preview-silent", sizes: [(80, 24)], keys: "7<tab>jjjjp")
    }

    @Test("names that attack")
    func hostile() { look(Scene.hostileAlerts, "alerts/hostile", sizes: [(80, 24), (120, 40)]) }

    @Test("nothing is wrong, nothing is known, nothing was ever looked at")
    func empty() {
        look(Scene.watched, "alerts/calm", sizes: [(80, 24), (120, 40)])
        look(Scene.calm, "alerts/no-rules", sizes: [(80, 24)])
        look(Scene.watched, "alerts/no-budgets", sizes: [(80, 24)], keys: "7<tab><tab>")
        look(Scene.alarmed, "alerts/unseen", sizes: [(80, 24)]) { $0.wait(seconds: 90) }
    }

    @Test("Overview leads with what waits")
    func overview() {
        look(Scene.alarmed, "alerts/overview", sizes: Self.sizes + [(60, 16), (100, 30)], keys: "")
        look(Scene.alarmed, "alerts/overview", sizes: [(80, 24), (120, 40)], glyphs: [.ascii], keys: "")
        look(Scene.watched, "alerts/overview-calm", sizes: [(80, 24), (120, 40)], keys: "")
    }

    @Test("silencing, step by step")
    func silencing() {
        look(Scene.alarmed, "alerts/silence-what", sizes: [(80, 24)], keys: "7S")
        look(Scene.alarmed, "alerts/silence-length", sizes: [(80, 24)], keys: "7S<enter>")
        look(Scene.alarmed, "alerts/silence-reason", sizes: [(80, 24)], keys: "7S<enter><enter>load test")
        look(Scene.alarmed, "alerts/silence-sent", sizes: [(80, 24)], keys: "7S<enter><enter>load test<enter>")
    }
}
