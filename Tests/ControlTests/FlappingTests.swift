import Control
import Domain
import Testing

/// Alerts that come and go.
@Suite struct FlappingTests {
    @Test("the fourth coming within an hour is flapping: kept firing and told no more until it is calm for an hour")
    func flapping() throws {
        var story = Story(try .slow())
        for _ in 0..<3 {
            story.pass(10, .page)
            story.pass(30, nil)
        }
        #expect(story.told == [.firing, .resolved, .firing, .resolved, .firing, .resolved])
        for _ in 0..<10 {
            story.pass(10, .page)
            story.pass(30, nil)
        }
        #expect(story.alert?.isFlapping == true)
        #expect(story.alert?.isActive == true)
        #expect(story.kinds.count { $0 == .flapping } == 1)
        #expect(story.told.count == 7)
        story.pass(3550, nil)
        #expect(story.alert?.isActive == true)
        story.pass(60, nil)
        #expect(story.kinds.suffix(2) == [.steady, .resolved])
        #expect(story.told.last == .resolved)
        #expect(story.told.count == 8)
    }

    @Test("comings that are far apart are no flapping")
    func rareComings() throws {
        var story = Story(try .slow())
        for _ in 0..<6 {
            story.pass(10, .page)
            story.pass(1200, nil)
        }
        #expect(!story.kinds.contains(.flapping))
        #expect(story.told.count == 12)
    }
}
