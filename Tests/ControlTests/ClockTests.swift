import Control
import Domain
import Testing

/// A clock that jumps ends nothing.
@Suite struct ClockTests {
    @Test("a clock that goes back makes no length negative, and life goes on from there")
    func back() throws {
        var story = Story(try .slow { draft, _ in draft.hold = "1m" })
        story.pass(30, .page)
        story.jump(-86_400)
        story.pass(10, .page)
        #expect((story.alert?.since).map { $0 <= story.now } == true)
        story.pass(60, .page)
        #expect(story.alert?.state.name == "firing")
        story.pass(120, nil)
        #expect(story.alert?.state.name == "resolved")
        #expect(story.told == [.firing, .resolved])
    }

    @Test("a clock that leaps ahead neither resolves nor ends silences before it is believed")
    func ahead() throws {
        var story = Story(try .slow { draft, _ in draft.noData = "page" })
        story.pass(20, .page)
        let id = try #require(story.alert?.id)
        try story.apply(.silence(SilenceDraft(covers: .alert(id), length: .hours(1), reason: "known")))
        story.pass(10, .page)
        let before = (story.events, story.notifications)
        story.jump(365 * 86_400)
        story.passWithoutData(60)
        #expect(story.events == before.0)
        #expect(story.notifications == before.1)
        // It was a mistake: all is as it was.
        story.jump(-365 * 86_400)
        story.pass(30, .page)
        #expect(story.events == before.0)
        #expect(story.alert?.silence != nil)
    }

    @Test("a clock that stays ahead is believed after two minutes")
    func believed() throws {
        var story = Story(try .slow { draft, _ in draft.noData = "show" })
        story.pass(20, .page)
        story.jump(86_400)
        story.pass(100, nil)
        #expect(story.alert?.isActive == true)
        story.pass(60, nil)
        #expect(story.alert?.state.name == "resolved")
    }

    @Test("what nobody saw for hours does not count as held")
    func gap() throws {
        var story = Story(try .slow { draft, _ in draft.hold = "5m" })
        story.pass(20, .page)
        story.jump(3 * 3600)
        story.pass(10, .page)
        #expect(story.kinds == [.pending])
        story.pass(300, .page)
        #expect(story.kinds == [.pending, .fired, .notified])
    }
}
