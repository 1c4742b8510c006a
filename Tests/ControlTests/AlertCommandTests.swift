import Control
import Domain
import Testing

/// What people do to alerts.
@Suite struct AlertCommandTests {
    @Test("an acknowledgement is kept with who and when, and its note is written")
    func acknowledging() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        let id = try #require(story.alert?.id)
        try story.apply(.acknowledge(id, note: "on it"))
        #expect(story.alert?.acknowledgement == .init(principal: "os:anna", time: story.now))
        #expect(story.alert?.notes.map(\.text) == ["on it"])
        #expect(story.kinds.suffix(1) == [.acknowledged])
        try story.apply(.acknowledge(id, note: nil))
        #expect(story.kinds.count { $0 == .acknowledged } == 1)
        try story.apply(.acknowledge(id, note: "taking over"), by: "os:ben")
        #expect(story.alert?.acknowledgement?.principal == "os:ben")
    }

    @Test("an alert that begins anew is nobody's")
    func anew() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        try story.apply(.acknowledge(try #require(story.alert?.id), note: nil))
        story.pass(30, nil)
        story.pass(10, .page)
        #expect(story.alert?.acknowledgement == nil)
        #expect(story.kinds.contains(.unacknowledged))
        #expect(story.told == [.firing, .resolved, .firing])
    }

    @Test("what cannot be done says why, and changes nothing")
    func refusals() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        story.pass(30, nil)
        let id = try #require(story.alert?.id)
        let before = story.book
        let long = String(repeating: "x", count: SilenceDraft.longestText + 1)
        let wrong: [(AlertCommand, ControlRefusal.Reason)] = [
            (.acknowledge(id, note: nil), .invalid), (.acknowledge(AlertID(number: 1), note: nil), .notFound),
            (.note(id, " \n"), .invalid), (.note(id, long), .invalid), (.note(AlertID(number: 1), "x"), .notFound),
            (.endSilence(SilenceID(rawValue: 7)), .notFound),
            (.silence(SilenceDraft(covers: .rule("a"), length: .seconds(0), reason: "x")), .invalid),
            (.silence(SilenceDraft(covers: .rule("a"), length: .days(31), reason: "x")), .invalid),
            (.silence(SilenceDraft(covers: .rule("a"), length: .hours(1), reason: " ")), .invalid),
            (.silence(SilenceDraft(covers: .alert(AlertID(number: 1)), length: .hours(1), reason: "x")), .notFound),
        ]
        for (command, reason) in wrong {
            let refusal = #expect(throws: ControlRefusal.self) { try story.apply(command) }
            #expect(refusal?.reason == reason)
        }
        #expect(story.book == before)
    }

    @Test("notes and silences are bounded")
    func bounds() throws {
        var story = Story(try .slow())
        story.pass(10, .page)
        let id = try #require(story.alert?.id)
        for number in 0..<300 { try story.apply(.note(id, "note \(number)")) }
        #expect(story.alert?.notes.count == AlertLifeCycle.mostNotes)
        #expect(story.alert?.notes.last?.text == "note 299")
        let draft = SilenceDraft(covers: .rule("other"), length: .hours(1), reason: "x")
        for _ in 0..<AlertLifeCycle.mostSilences { try story.apply(.silence(draft)) }
        #expect(throws: ControlRefusal.self) { try story.apply(.silence(draft)) }
        #expect(Set(story.book.silences.map(\.id)).count == AlertLifeCycle.mostSilences)
    }
}
