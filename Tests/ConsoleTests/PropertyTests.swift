import Console
import Domain
import Drawing
import Testing

/// What holds whatever happens.
@Suite("Properties")
struct PropertyTests {
    static let sources = [
        Scene.empty, Scene.calm, Scene.slowCanary, Scene.stale, Scene.hostile, FakeSource(), Scene.traffic,
        Scene.hostileCalls, Scene.alarmed, Scene.hostileAlerts,
        Scene.reviewed, Scene.hostilePrompts, Scene.rolling, Scene.hostileRollouts,
    ]
    static let keys: [Key] =
        "abcdefghijklmnopqrstuvwxyzTMZASNUVPHXR/:?@[]{} 0123456789.-!\"".unicodeScalars.map {
            $0 == " " ? .space : .character($0)
        } + [
            .enter, .escape, .tab, .shiftTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown,
            .control("l"), .control("u"), .control("d"), .control("w"), .control("z"), .character("é"), .character("漢"),
        ]

    @Test(
        "random events never trap, and every row of every screen is exactly as wide as the screen",
        arguments: 0..<24 as Range<UInt64>)
    func randomEvents(seed: UInt64) {
        var random = SplitMix(state: seed)
        let glyphs = GlyphSet.allCases.randomElement(using: &random) ?? .braille
        var session = Session(
            Self.sources[Int(seed) % Self.sources.count], width: Int.random(in: 0...220, using: &random),
            height: Int.random(in: 0...70, using: &random), settings: ConsoleSettings(glyphs: glyphs))
        for step in 0..<120 {
            switch Int.random(in: 0..<20, using: &random) {
            case 0:
                session.send(
                    .resize(
                        width: Int.random(in: -5...230, using: &random), height: Int.random(in: -5...70, using: &random)
                    ))
            case 1: session.send(.resize(width: 80, height: 24))
            case 2: session.wait(seconds: 1)
            case 3: session.send(.sourceChanged)
            case 4: session.send(.paste("pasted \u{1B}[31m\n:quit\u{202E} 漢字"))
            case 5, 6:
                let action: Mouse.Action = [.press, .scrollUp, .scrollDown].randomElement(using: &random) ?? .press
                session.send(
                    .mouse(
                        Mouse(
                            action, x: Int.random(in: -2...230, using: &random),
                            y: Int.random(in: -2...70, using: &random))))
            case 7: session.source = Self.sources.randomElement(using: &random) ?? Scene.empty
            case 8: session.answers.toggle()
            default: session.send(.key(Self.keys.randomElement(using: &random) ?? .enter))
            }
            if step % 5 == 0 { expectExactRows(session) }
        }
        expectExactRows(session)
    }

    @Test(
        "any state can be drawn at any size",
        arguments: [
            "", "?", ":", "t", "z", "<tab>z", "<tab><tab>z", "2", "2/", "2c", "<enter>", "7", "7<tab>", "7<tab><tab>",
            "7lll", "7llll", "7S", "!i", "<enter><tab>", "7<tab>p", "4", "4<tab>jm", "4d", "4du", "4dnnz", "4db",
            "4dbg", "6", "6d",
            "8", "8V",
        ])
    func anySize(keys: String) {
        let widths = [0, 1, 2, 20, 59, 60, 61, 79, 80, 99, 100, 119, 120, 160, 300]
        for source in Self.sources {
            var session = Session(source)
            session.press(keys)
            for (index, width) in widths.enumerated() {
                session.send(.resize(width: width, height: [0, 1, 5, 15, 16, 17, 24, 70][index % 8]))
                expectExactRows(session)
                session.send(.resize(width: width, height: 16 + index))
                expectExactRows(session)
            }
        }
    }

    @Test(
        "times beyond all measure do no harm",
        arguments: [Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max), Timestamp(nanoseconds: 0)])
    func anyTime(now: Timestamp) {
        var session = Session(
            Scene.calm, settings: ConsoleSettings(time: TimeSelection(length: Nanoseconds(.max))), now: now)
        session.press("[[]{}@03:12<enter>")
        session.wait(seconds: 2)
        expectExactRows(session)
        var time = TimeSelection(length: .days(1))
        time.length = Nanoseconds(.min)
        #expect(time.length == .minutes(1))
    }

    @Test("colours say nothing that signs and words do not say as well", arguments: GlyphSet.allCases)
    func withoutColour(glyphs: GlyphSet) {
        func text(_ source: FakeSource, _ keys: String = "") -> [String] {
            var session = Session(source, width: 80, height: 24, settings: ConsoleSettings(glyphs: glyphs))
            session.press(keys)
            return session.screen
        }
        let screens = [
            text(Scene.calm), text(Scene.slowCanary), text(Scene.errors), text(Scene.stale), text(Scene.calm, " "),
            text(Scene.calm, "j"), text(Scene.calm, "s"), text(Scene.calm, "sr"), text(Scene.calm, "@03:00<enter>"),
        ]
        #expect(Set(screens).count == screens.count)
    }

    private func expectExactRows(_ session: Session) {
        let canvas = session.canvas
        #expect(canvas.width == session.state.size.width && canvas.height == session.state.size.height)
        for row in 0..<canvas.height {
            let width = Text.width(of: canvas.text(row: row))
            if width != canvas.width {
                Issue.record("row \(row) takes \(width) of \(canvas.width) cells:\n\(session.testDescription)")
            }
        }
    }
}
