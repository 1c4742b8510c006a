import Console
import Domain
import Drawing
import TestSupport
import Testing

/// What one request looks like.
@Suite("One request, as it is seen")
struct RequestSnapshotTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    private func look(
        _ trace: FakeTrace, _ name: String, sizes: [(Int, Int)] = sizes, glyphs: [GlyphSet] = [.braille],
        keys: String = "", source: FakeSource? = nil, after: (inout Session) -> Void = { _ in }
    ) {
        for (width, height) in sizes {
            for set in glyphs {
                var session = Session(
                    source ?? TraceScene.source(trace), width: width, height: height,
                    settings: ConsoleSettings(glyphs: set, principal: "os:mk"))
                session.press(":request \(trace.outline.traceID)<enter>")
                session.press(keys)
                after(&session)
                expectSnapshot(session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }

    @Test("a question answered with documents")
    func retrieval() {
        let source = TraceScene.conversation
        look(TraceScene.retrieval, "request/retrieval", sizes: Self.sizes + [(60, 16)], source: source)
        look(
            TraceScene.retrieval, "request/retrieval", sizes: [(80, 24), (120, 40)], glyphs: [.ascii], source: source)
        look(TraceScene.retrieval, "request/documents", sizes: [(80, 24), (120, 40)], keys: "<tab>kk<tab>")
    }

    @Test("a tool fails under an agent: what went wrong comes first")
    func failure() {
        look(TraceScene.agent, "request/failure", sizes: Self.sizes + [(60, 16)])
        look(TraceScene.agent, "request/failure", sizes: [(80, 24)], glyphs: [.ascii])
        look(TraceScene.agent, "request/tool-calls", sizes: [(120, 40)], keys: "k")
        look(TraceScene.agent, "request/cut-off", sizes: [(80, 24)], keys: "<tab>jj<tab>")
    }

    @Test("ten thousand steps, folded by kind")
    func large() {
        look(TraceScene.large, "request/large")
        look(TraceScene.large, "request/large-unfolded", sizes: [(80, 24)], keys: "<tab>ukkk")
    }

    @Test("texts that attack, parents that are none")
    func hostile() {
        look(TraceScene.hostile, "request/hostile")
        look(TraceScene.hostile, "request/hostile", sizes: [(80, 24)], glyphs: [.ascii])
    }

    @Test("attributes as they came")
    func attributes() { look(TraceScene.retrieval, "request/attributes", keys: "v") }

    @Test("search")
    func search() { look(TraceScene.retrieval, "request/search", sizes: [(80, 24)], keys: "/rule number 2<enter>n") }

    @Test("the turns of the session")
    func turns() { look(TraceScene.retrieval, "request/turns", keys: "sj", source: TraceScene.conversation) }

    @Test("correcting an answer, and what was said of it")
    func correction() {
        look(TraceScene.retrieval, "request/correction", keys: "c<enter>It is at customs.")
        look(TraceScene.retrieval, "request/feedback", sizes: [(80, 24), (120, 40)], keys: "-<tab><end><home>") {
            $0.press("/feedback<enter>")
        }
    }

    @Test("a trace that is not there")
    func missing() { look(FakeTrace(77), "request/missing", sizes: [(80, 24)], source: Scene.calm) }
}
