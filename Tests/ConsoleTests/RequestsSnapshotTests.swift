import Console
import Domain
import Drawing
import Testing
import TestSupport

/// What Requests looks like. Canvases carry roles and no colours, so one snapshot serves every theme.
@Suite("Requests, as they are seen")
struct RequestsSnapshotTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    private func look(
        _ source: FakeSource, _ name: String, sizes: [(Int, Int)] = sizes, glyphs: [GlyphSet] = [.braille],
        keys: String = "", after: (inout Session) -> Void = { _ in }
    ) {
        for (width, height) in sizes {
            for set in glyphs {
                var session = Session(source, width: width, height: height, settings: ConsoleSettings(glyphs: set))
                session.press("2" + keys)
                after(&session)
                expectSnapshot(session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }

    @Test("the newest calls")
    func newest() {
        look(Scene.traffic, "requests/newest", sizes: Self.sizes + [(60, 16), (100, 30)])
        look(Scene.traffic, "requests/newest", sizes: [(80, 24)], glyphs: [.ascii])
    }

    @Test("the worst first, behind a row of Overview")
    func worst() {
        for (width, height) in Self.sizes {
            var session = Session(Scene.traffic, width: width, height: height)
            session.press("<enter>jj")
            expectSnapshot(session.canvas, "requests/worst")
        }
    }

    @Test("calls that say little, over days")
    func sparse() { look(Scene.sparse, "requests/sparse", sizes: [(80, 24), (120, 40)], keys: ":range 24h<enter>") }

    @Test("names that attack")
    func hostile() { look(Scene.hostileCalls, "requests/hostile", sizes: [(80, 24), (120, 40)]) }

    @Test("a filter that is typed, with what it could become")
    func prompt() {
        look(Scene.traffic, "requests/prompt", sizes: [(80, 24), (60, 16)], keys: "/")
        look(Scene.traffic, "requests/prompt-values", sizes: [(80, 24)], keys: "/status:error model:gpt<tab><tab>")
        look(
            Scene.traffic, "requests/prompt-values", sizes: [(80, 24)], glyphs: [.ascii],
            keys: "/status:error model:gpt<tab><tab>")
        look(Scene.traffic, "requests/prompt-mistake", sizes: [(80, 24)], keys: "/colour:red status:e")
    }

    @Test("a search through contents: under way, ended, its answer standing still")
    func search() {
        for (width, height) in [(80, 24), (120, 40)] {
            var session = Session(Scene.traffic, width: width, height: height)
            session.press("2")
            session.answers = false
            session.press("/status:error \"refund\"<enter>")
            guard let asked = session.otherQuestions.last else { return }
            session.send(
                .progress(asked.id, SearchProgress(read: 41_000, total: 100_000, bytes: 120_000_000, found: 3)))
            expectSnapshot(session.canvas, "requests/searching")
            session.source.requestsCoverage = .partial(read: 41_000, total: 100_000)
            guard let answer = try? asked.question.answer(from: session.source) else { return }
            session.send(.answer(asked.id, .success(answer)))
            expectSnapshot(session.canvas, "requests/search-ended")
        }
    }

    @Test("nothing matches, nothing is there, nothing was ever there")
    func empty() {
        look(Scene.traffic, "requests/no-match", sizes: [(80, 24)], keys: ":filter release:r99<enter>")
        look(Scene.calm, "requests/no-calls", sizes: [(80, 24)])
        look(Scene.empty, "requests/empty-store", sizes: [(80, 24)])
    }
}
