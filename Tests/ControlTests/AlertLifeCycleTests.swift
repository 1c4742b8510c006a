import Control
import Domain
import Testing

/// How an alert comes, changes and goes.
@Suite struct AlertLifeCycleTests {
    @Test("a limit that is crossed for long enough fires, is told once, and resolves after it is calm")
    func wholeLife() throws {
        var story = Story(try .slow { draft, _ in draft.hold = "30s" })
        story.pass(20, .page)
        #expect(story.kinds == [.pending])
        #expect(story.told.isEmpty)
        story.pass(20, .page)
        #expect(story.kinds == [.pending, .fired, .notified])
        #expect(story.alert?.severity == .page)
        #expect(story.told == [.firing])
        story.pass(300, .page)
        #expect(story.told == [.firing])
        story.pass(30, nil)
        #expect(story.alert?.isActive == true)
        story.pass(10, nil)
        #expect(story.kinds == [.pending, .fired, .notified, .resolved])
        #expect(story.told == [.firing, .resolved])
        #expect(Set(story.notifications.map(\.group)).count == 1)
    }

    @Test("what is over before it was held for long enough is told nobody")
    func calmed() throws {
        var story = Story(try .slow { draft, _ in draft.hold = "1m" })
        story.pass(40, .warn)
        story.pass(10, nil)
        #expect(story.kinds == [.pending, .calmed])
        #expect(story.book.alerts.isEmpty)
        #expect(story.notifications.isEmpty)
    }

    @Test("one look that is calm does not resolve, two do")
    func hysteresis() throws {
        var story = Story(try .slow())
        story.pass(10, .warn)
        story.pass(10, nil)
        story.pass(10, .warn)
        #expect(story.kinds == [.fired, .notified])
        story.pass(20, nil)
        #expect(story.kinds == [.fired, .notified, .resolved])
    }

    @Test("a warning that becomes a page is told again, also when the warning was acknowledged")
    func escalation() throws {
        var story = Story(try .slow())
        story.pass(20, .warn)
        let id = try #require(story.alert?.id)
        try story.apply(.acknowledge(id, note: "looking"))
        #expect(story.alert?.waits == false)
        story.pass(20, .page)
        #expect(story.kinds == [.fired, .notified, .acknowledged, .escalated, .unacknowledged, .notified])
        #expect(story.told == [.firing, .firing])
        #expect(story.notifications.last?.severity == .page)
        #expect(story.alert?.waits == true)
        story.pass(20, .warn)
        #expect(story.kinds.last == .eased)
        #expect(story.alert?.severity == .warn)
        story.pass(20, .page)
        #expect(story.kinds.last == .escalated)
        #expect(story.told == [.firing, .firing])
    }

    @Test("too few calls change nothing")
    func noEvidence() throws {
        var story = Story(try .slow())
        story.pass(60, .page, isEvidence: false)
        #expect(story.events.isEmpty)
        story.pass(10, .page)
        story.pass(600, nil, isEvidence: false)
        #expect(story.kinds == [.fired, .notified])
        #expect(story.alert?.isActive == true)
    }

    @Test("what could not be read changes nothing")
    func trouble() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        for _ in 0..<100 {
            story.jump(10)
            story.look([RuleEvaluation(of: story.rule, at: story.now, [], trouble: "the disk is gone")])
        }
        #expect(story.alert?.isActive == true)
        #expect(story.kinds == [.fired, .notified])
    }

    @Test("the alerts of a rule that is gone resolve and say so")
    func removedRule() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        story.jump(10)
        story.look([])
        #expect(story.events.last?.kind == .resolved)
        #expect(story.events.last?.text == "rule removed")
        #expect(story.told == [.firing, .resolved])
    }

    @Test("the alerts of a rule that watches something else resolve and say so")
    func changedRule() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        story.rule = try .slow { _, threshold in threshold.measure = "ttft p95" }
        story.pass(10, nil)
        #expect(story.events.last?.text == "rule changed")
    }
}
