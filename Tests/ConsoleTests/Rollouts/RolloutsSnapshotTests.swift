import Console
import Drawing
import TestSupport
import Testing

/// What rollouts and decisions about them look like.
@Suite("Rollouts, as they are seen")
struct RolloutsSnapshotTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    private func look(
        _ name: String, _ keys: String, _ source: FakeSource, sizes: [(Int, Int)] = sizes, glyphs: GlyphSet = .braille
    ) {
        for (width, height) in sizes {
            var session = Session(
                source, width: width, height: height, settings: ConsoleSettings(glyphs: glyphs, principal: "os:eve"))
            session.press(keys)
            expectSnapshot(session.canvas, name, variant: glyphs == .braille ? nil : glyphs.rawValue)
        }
    }

    @Test("one rollout: a gate fails, one is undecided")
    func running() {
        look("rollouts/running", "5", Scene.rolling)
        look("rollouts/running", "5", Scene.rolling, sizes: [(80, 24)], glyphs: .ascii)
        look("rollouts/gate", "5<tab>jj", Scene.rolling, sizes: [(120, 40)])
    }

    @Test("several: what waits for approval comes first")
    func waiting() {
        look("rollouts/waiting", "5", Scene.waiting)
        look("rollouts/rolled-back", "5j", Scene.waiting, sizes: [(80, 24), (120, 40)])
        look("rollouts/none", "5", Scene.calm, sizes: [(80, 24)])
    }

    @Test("what a decision will do, before it is made")
    func decisions() {
        look("rollouts/approve", "5A", Scene.waiting, sizes: [(80, 24), (120, 40)])
        look("rollouts/override", "5Pshown to be fine<enter>", Scene.rolling, sizes: [(80, 24), (120, 40)])
        look("rollouts/rollback", "5R", Scene.rolling, sizes: [(80, 24), (120, 40)])
    }

    @Test("names and numbers that attack")
    func hostile() {
        look("rollouts/hostile", "5", Scene.hostileRollouts, sizes: [(80, 24), (120, 40)])
    }
}
