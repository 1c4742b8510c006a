import Control
import Domain
import Testing

/// One cause wakes one person once.
@Suite struct GroupingTests {
    private func subject(_ service: String, _ release: String) -> AlertSubject {
        AlertSubject([.init(.service, service), .init(.release, release)])
    }

    private func rule(_ name: String, receivers: [String] = []) throws -> AlertRule {
        try .slow { draft, _ in
            (draft.name, draft.by, draft.receivers) = (name, ["service", "release"], receivers)
        }
    }

    /// What a look finds: `severity` of each subject under each rule.
    private func look(
        _ story: inout Story, _ found: [(AlertRule, [(AlertSubject, AlertSeverity?)])], seconds: Int64 = 10
    ) {
        for _ in 0..<(seconds / 10) {
            story.jump(10)
            let now = story.now
            story.look(
                found.map { rule, subjects in
                    RuleEvaluation(
                        of: rule, at: now, subjects.map { Story.observation($0.0, $0.1, of: rule, at: now) })
                })
        }
    }

    @Test("many subjects of a service, under several rules, are one notification")
    func together() throws {
        let (slow, failing) = (try rule("slow"), try rule("failing"))
        var story = Story(slow)
        let (a, b) = (subject("bot", "r1"), subject("bot", "r2"))
        look(&story, [(slow, [(a, .page), (b, .warn)]), (failing, [(a, .page)])])
        #expect(story.told == [.firing])
        #expect(story.notifications.first?.count == 3)
        #expect(story.notifications.first?.alerts.first?.severity == .page)
        look(&story, [(slow, [(a, nil), (b, nil)]), (failing, [(a, .page)])], seconds: 30)
        #expect(story.told == [.firing])
        look(&story, [(slow, [(a, nil), (b, nil)]), (failing, [(a, nil)])], seconds: 30)
        #expect(story.told == [.firing, .resolved])
        #expect(story.notifications.last?.count == 3)
    }

    @Test("who follows soon joins without a word, unless it is worse; who follows later is told")
    func followers() throws {
        let (slow, failing) = (try rule("slow"), try rule("failing"))
        var story = Story(slow)
        let a = subject("bot", "r1")
        look(&story, [(slow, [(a, .warn)]), (failing, [(a, nil)])])
        look(&story, [(slow, [(a, .warn)]), (failing, [(a, .warn)])], seconds: 60)
        #expect(story.told == [.firing])
        look(&story, [(slow, [(a, .warn)]), (failing, [(a, .page)])])
        #expect(story.told == [.firing, .firing])
        #expect(story.notifications.last?.severity == .page)
        look(&story, [(slow, [(a, .warn)]), (failing, [(a, .page)])], seconds: 1200)
        let later = subject("bot", "r9")
        look(&story, [(slow, [(a, .warn), (later, .page)]), (failing, [(a, .page)])])
        #expect(story.told == [.firing, .firing, .firing])
        #expect(Set(story.notifications.map(\.group)).count == 1)
    }

    @Test("services, and receivers, have notifications of their own")
    func apart() throws {
        let (slow, failing) = (try rule("slow"), try rule("failing", receivers: ["oncall"]))
        var story = Story(slow)
        look(
            &story,
            [
                (slow, [(subject("bot", "r1"), .page), (subject("shop", "r1"), .page)]),
                (failing, [(subject("bot", "r1"), .page)]),
            ])
        #expect(story.told == [.firing, .firing, .firing])
        #expect(Set(story.notifications.map(\.group)).count == 3)
        #expect(story.notifications.map(\.receivers).contains(["oncall"]))
    }

    @Test("what nobody looks after is said again, what somebody does is not")
    func reminders() throws {
        var story = Story(try .slow { draft, _ in draft.reminder = "1h" })
        story.pass(10, .page)
        story.pass(3590, .page)
        #expect(story.told == [.firing])
        story.pass(10, .page)
        #expect(story.told == [.firing, .reminder])
        try story.apply(.acknowledge(try #require(story.alert?.id), note: nil))
        story.pass(10_000, .page)
        #expect(story.told == [.firing, .reminder])
    }

    @Test("a silence keeps alerts from being told; when it ends, what still fires is")
    func silences() throws {
        var story = Story(try .slow())
        try story.apply(
            .silence(SilenceDraft(covers: .rule("slow answers"), length: .minutes(30), reason: "deploy")))
        story.pass(1200, .page)
        #expect(story.kinds == [.fired, .silenced])
        #expect(story.alert?.waits == false)
        story.pass(700, .page)
        #expect(story.kinds == [.fired, .silenced, .unsilenced, .notified])
        #expect(story.told == [.firing])
    }

    @Test("a silence that is ended early ends at once, and is said by whom")
    func endedSilence() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        let id = try #require(story.alert?.id)
        try story.apply(.silence(SilenceDraft(covers: .alert(id), length: .hours(1), reason: "known")))
        let silence = try #require(story.book.silences.last)
        #expect(story.alert?.silence == silence.id)
        try story.apply(.endSilence(silence.id), by: "os:ben")
        #expect(story.alert?.silence == nil)
        #expect(story.events.last?.principal == "os:ben")
        // It was told before the silence.
        story.pass(60, .page)
        #expect(story.told == [.firing])
        #expect(throws: ControlRefusal.self) { try story.apply(.endSilence(silence.id)) }
    }
}
