import Control
import Domain
import Testing

/// No data is never green.
@Suite struct NoDataTests {
    private func story(_ policy: String?) throws -> Story {
        Story(try .slow { draft, _ in draft.noData = policy })
    }

    @Test("a source that was there and is gone is shown, and told nobody")
    func shown() throws {
        var story = try story("show")
        story.pass(30, nil)
        #expect(story.book.alerts.isEmpty)
        story.passWithoutData(40)
        #expect(story.kinds == [.noData])
        #expect(story.alert?.waits == true)
        #expect(story.told.isEmpty)
        story.pass(10, nil)
        #expect(story.kinds == [.noData, .resolved])
        #expect(story.told.isEmpty)
    }

    @Test("silence is told as loudly as the rule wants", arguments: [("warn", AlertSeverity.warn), ("page", .page)])
    func told(_ policy: String, _ severity: AlertSeverity) throws {
        var story = try story(policy)
        story.pass(30, nil)
        story.passWithoutData(60)
        #expect(story.told == [.firing])
        #expect(story.notifications.first?.severity == severity)
        #expect(story.notifications.first?.alerts.first?.state.name == "no_data")
        story.pass(20, nil)
        #expect(story.told == [.firing, .resolved])
    }

    @Test("what never had data is no source that is gone")
    func neverThere() throws {
        var story = try story("page")
        story.passWithoutData(600)
        #expect(story.events.isEmpty)
    }

    @Test("an alert whose source is gone is not resolved by silence, unless its rule says that traffic may end")
    func firing() throws {
        var story = try story("show")
        story.pass(20, .page)
        story.passWithoutData(600)
        #expect(story.alert?.state.name == "no_data")
        #expect(story.alert?.severity == .page)
        #expect(story.told == [.firing])
        story.pass(10, .page)
        #expect(story.alert?.state.name == "firing")
        #expect(story.told == [.firing])
        var other = try self.story("resolve")
        other.pass(20, .page)
        other.passWithoutData(30)
        #expect(other.alert?.state.name == "resolved")
        #expect(other.events.last?.text == "no calls any more")
    }

    @Test("a gap of one look is nothing")
    func shortGap() throws {
        var story = try story("page")
        story.pass(30, nil)
        story.passWithoutData(10)
        story.pass(10, nil)
        #expect(story.events.isEmpty)
    }

    @Test("a source that stays away is forgotten after a week, which is said")
    func forgotten() throws {
        var story = try story("warn")
        story.pass(30, nil)
        story.passWithoutData(60)
        for _ in 0..<(9 * 24 * 6) {
            story.jump(590)
            story.passWithoutData(10)
        }
        #expect(story.kinds.contains(.resolved))
        #expect(story.told.last == .resolved)
        #expect(story.book.alerts.isEmpty)
    }

    @Test("subjects beyond those that are looked at are neither gone nor well")
    func omitted() throws {
        var story = Story(try .slow { draft, _ in (draft.by, draft.noData) = (["service"], "warn") })
        let subject = AlertSubject([.init(.service, "a")])
        story.pass(20) { rule, now in [Story.observation(subject, .page, of: rule, at: now)] }
        for _ in 0..<60 {
            story.jump(10)
            story.look([RuleEvaluation(of: story.rule, at: story.now, [], omitted: 5)])
        }
        #expect(story.alert?.state.name == "firing")
    }
}
