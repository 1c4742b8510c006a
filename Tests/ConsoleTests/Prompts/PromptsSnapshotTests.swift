import Console
import Drawing
import TestSupport
import Testing

/// What prompts, comparisons, evaluations and the audit log look like.
@Suite("Prompts, as they are seen")
struct PromptsSnapshotTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    private func look(
        _ name: String, _ keys: String, _ source: FakeSource = Scene.reviewed, sizes: [(Int, Int)] = sizes,
        glyphs: [GlyphSet] = [.braille]
    ) {
        for (width, height) in sizes {
            for set in glyphs {
                var session = Session(
                    source, width: width, height: height, settings: ConsoleSettings(glyphs: set, principal: "os:eve"))
                session.press(keys)
                expectSnapshot(session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }

    @Test("all prompts, and the versions of one")
    func prompts() {
        look("prompts/list", "4j")
        look("prompts/list", "4j", sizes: [(80, 24)], glyphs: [.ascii])
        look("prompts/marked", "4j<tab>mjjm", sizes: [(120, 40)])
        look("prompts/none", "4", Scene.calm, sizes: [(80, 24)])
    }

    @Test("two versions: whether to ship, what differs, what it does")
    func comparison() {
        look("prompts/comparison", "4jd", sizes: Self.sizes + [(60, 16)])
        look("prompts/comparison", "4jd", sizes: [(80, 24), (120, 40)], glyphs: [.ascii])
        look("prompts/comparison-unified", "4jdu", sizes: [(120, 40)])
        look("prompts/comparison-same-text", "4j:diff 5 6<enter>", sizes: [(80, 24)])
    }

    @Test("golden questions with both answers")
    func behaviour() {
        look("prompts/behaviour", "4jdb")
        look("prompts/behaviour", "4jdb", sizes: [(80, 24)], glyphs: [.ascii])
        look("prompts/behaviour-tag", "4jdbgj", sizes: [(120, 40)])
    }

    @Test("runs over golden sets")
    func evaluations() {
        look("prompts/evaluations", "6")
        look("prompts/no-evaluations", "6", Scene.calm, sizes: [(80, 24)])
    }

    @Test("who changed what, and whether the chain holds")
    func audit() {
        look("prompts/audit", "8")
        look("prompts/audit-verified", "8V", sizes: [(80, 24)])
        var source = Scene.reviewed
        source.registry.entries.remove(at: 2)
        look("prompts/audit-broken", "8V", source, sizes: [(80, 24)])
    }

    @Test("names and texts that attack")
    func hostile() {
        look("prompts/hostile", "4", Scene.hostilePrompts, sizes: [(80, 24)])
        look("prompts/hostile-comparison", "4d", Scene.hostilePrompts, sizes: [(120, 40)])
    }
}
