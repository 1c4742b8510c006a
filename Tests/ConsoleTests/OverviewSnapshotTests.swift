import Console
import Domain
import Drawing
import Testing
import TestSupport

/// What Overview looks like. Canvases carry roles and no colours, so one snapshot serves every theme.
@Suite("Overview, as it is seen")
struct OverviewSnapshotTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    private func look(
        _ source: FakeSource, _ name: String, sizes: [(Int, Int)] = sizes, glyphs: [GlyphSet] = [.braille],
        keys: String = "",
        after: (inout Session) -> Void = { _ in }
    ) {
        for (width, height) in sizes {
            for set in glyphs {
                var session = Session(source, width: width, height: height, settings: ConsoleSettings(glyphs: set))
                session.press(keys)
                after(&session)
                expectSnapshot(session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }

    @Test("an empty store teaches")
    func empty() { look(Scene.empty, "overview/empty", sizes: Self.sizes + [(60, 16)]) }

    @Test("all is well")
    func calm() {
        look(Scene.calm, "overview/calm", sizes: Self.sizes + [(100, 30), (60, 16)], glyphs: [.braille])
        look(Scene.calm, "overview/calm", sizes: [(80, 24), (120, 40)], glyphs: [.block, .ascii])
    }

    @Test("a canary is slow")
    func slowCanary() {
        look(Scene.slowCanary, "overview/slow-canary", sizes: Self.sizes + [(60, 16)])
        look(Scene.slowCanary, "overview/slow-canary", sizes: [(80, 24), (120, 40)], glyphs: [.ascii])
    }

    @Test("the provider fails")
    func errors() { look(Scene.errors, "overview/errors", sizes: Self.sizes + [(60, 16)]) }

    @Test("stopped")
    func paused() { look(Scene.calm, "overview/paused", sizes: [(80, 24), (120, 40)], keys: " ") }

    @Test("looking back")
    func past() { look(Scene.slowCanary, "overview/past", keys: "@03:00<enter>") }

    @Test("the collector does not run")
    func stale() { look(Scene.stale, "overview/stale", sizes: Self.sizes + [(60, 16)]) }

    @Test("names that attack")
    func hostile() {
        look(Scene.hostile, "overview/hostile")
        look(Scene.hostile, "overview/hostile", sizes: [(80, 24)], glyphs: [.ascii])
    }

    @Test("sixty rows, one below selected")
    func manyRows() {
        look(Scene.manyRows, "overview/many-rows", keys: ":group user<enter>" + String(repeating: "j", count: 31))
    }

    @Test("too small")
    func tooSmall() { look(Scene.calm, "overview/too-small", sizes: [(59, 16), (60, 15), (20, 5), (1, 1)]) }

    @Test("panels enlarged")
    func zoomed() {
        look(Scene.slowCanary, "overview/zoomed-breakdown", sizes: [(80, 24), (120, 40)], keys: "z")
        look(Scene.slowCanary, "overview/zoomed-changes", sizes: [(80, 24)], keys: "<tab>z")
        look(Scene.slowCanary, "overview/zoomed-chart", sizes: [(80, 24), (120, 40)], keys: "<tab><tab>z")
    }

    @Test("help, command line, filter, choosers")
    func overlays() {
        look(Scene.slowCanary, "overview/help", sizes: [(80, 24), (120, 40)], keys: "?")
        look(Scene.slowCanary, "overview/help-search", sizes: [(80, 24)], keys: "?/time")
        look(Scene.slowCanary, "overview/command-line", sizes: [(80, 24)], keys: ":theme ")
        look(Scene.slowCanary, "overview/filter", sizes: [(80, 24)], keys: "/model:gpt colour:red<enter>")
        look(Scene.slowCanary, "overview/ranges", sizes: [(80, 24)], keys: "t")
        look(Scene.slowCanary, "overview/notice", sizes: [(80, 24)], keys: "]")
    }

    @Test("a day")
    func day() { look(Scene.slowCanary, "overview/day", sizes: [(80, 24), (120, 40)], keys: ":range 24h<enter>") }

    @Test("a point of a chart")
    func chartCursor() {
        look(Scene.slowCanary, "overview/chart-cursor", sizes: Self.sizes + [(60, 16)], keys: "<tab><tab><enter>,")
        look(
            Scene.errors, "overview/chart-cursor-errors", sizes: [(80, 24)], glyphs: [.ascii],
            keys: "<tab><tab>ll<enter>")
    }

    @Test("one row only")
    func narrowed() { look(Scene.slowCanary, "overview/narrowed", sizes: [(80, 24), (120, 40)], keys: "jn") }
}
