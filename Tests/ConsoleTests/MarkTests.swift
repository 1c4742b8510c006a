import Domain
import Drawing
import Testing

@testable import Console

@Suite("Marks on charts")
struct MarkTests {
    @Test("each kind has a sign of its own, one cell wide", arguments: GlyphSet.allCases)
    func signs(glyphs: GlyphSet) {
        let drawn = Mark.Kind.allCases.map { kind in
            var canvas = Canvas(width: 4, height: 1, glyphs: glyphs)
            canvas.write(String(kind.sign), in: canvas.bounds)
            #expect(canvas[1, 0]?.glyph.isBlank ?? false)
            return canvas[0, 0]?.glyph
        }
        #expect(Set(drawn).count == Mark.Kind.allCases.count)
    }

    @Test("where marks meet, what answers is seen; what lies outside is not drawn")
    func meeting() {
        let begin = Timestamp(nanoseconds: 0)
        let range = TimeRange(from: begin, to: begin.advanced(by: .minutes(10)))
        func mark(_ kind: Mark.Kind, _ minute: Int64) -> Mark {
            Mark(time: begin.advanced(by: .minutes(minute)), kind: kind, service: nil, text: "t")
        }
        let moments = [mark(.release, 5), mark(.note, 5), mark(.source, 2), mark(.deploy, 11)].moments(in: range)
        #expect(moments.map(\.sign).last == Mark.Kind.release.sign)
        #expect(moments.map(\.position).sorted() == [0.2, 0.5, 0.5])
        #expect([mark(.release, 0)].moments(in: TimeRange(from: begin, to: begin)).isEmpty)
    }

    @Test("help says what the signs mean where there are charts, and only there")
    func legend() {
        var session = Session(Scene.traffic)
        session.press("?")
        #expect(session.shows("▼ deploy") && session.shows("• note"))
        session.press("<esc>2?")
        #expect(!session.shows("▼ deploy"))
    }
}
