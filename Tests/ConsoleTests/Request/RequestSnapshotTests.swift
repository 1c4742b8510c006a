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
        keys: String = ""
    ) {
        for (width, height) in sizes {
            for set in glyphs {
                var session = Session(
                    TraceScene.source(trace), width: width, height: height, settings: ConsoleSettings(glyphs: set))
                session.press(":request \(trace.outline.traceID)<enter>")
                session.press(keys)
                expectSnapshot(session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }

    @Test("a question answered with documents")
    func retrieval() {
        look(TraceScene.retrieval, "request/retrieval")
        look(TraceScene.retrieval, "request/retrieval", sizes: [(80, 24), (120, 40)], glyphs: [.ascii])
    }
}
