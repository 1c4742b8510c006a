import Console
import Domain
import Drawing
import Testing

@Suite("Prompts, compared and reviewed")
struct PromptsTests {
    private func session(_ keys: String, principal: String = "os:eve", width: Int = 120, height: Int = 40) -> Session {
        var session = Session(
            Scene.reviewed, width: width, height: height, settings: ConsoleSettings(principal: principal))
        session.press(keys)
        return session
    }

    @Test("four keys lead from the start to what differs, and the first line says whether to ship")
    func fourKeys() {
        let session = session("4jd")
        #expect(session.screen[4].contains("DO NOT SHIP 7"))
        #expect(session.shows("6 ⇄ 7"))
    }

    @Test("two marks choose what is compared, a third takes the place of the first")
    func marks() {
        #expect(session("4j<tab>mjjmd").shows("5 ⇄ 7"))
        #expect(session("4j<tab>mjmjmd").shows("5 ⇄ 6"))
        #expect(session("4j:diff production canary<enter>").shows("6 ⇄ 7"))
        #expect(session("4j:diff 6 9<enter>").shows("name two versions or labels of support-answer"))
    }

    @Test("n goes from change to change, and w, u and z look at the same in another way")
    func ways() {
        #expect(session("4jdn").shows("change 1 of 3"))
        #expect(session("4jdnnN").shows("change 1 of 3"))
        let screens = ["4jd", "4jdu", "4jdz"].map { session($0).screen }
        #expect(screens[0] != screens[1])
        let words = ["4jd", "4jdw"].map { session($0).canvas }
        #expect(words[0] != words[1])
    }

    @Test("a tag restricts golden questions, and after the last tag all are there again")
    func tags() {
        let counts = ["4jdb", "4jdbg", "4jdbgg", "4jdbggg"].map { keys in
            session(keys, height: 60).screen.count { $0.contains("▼ lost  −") }
        }
        #expect(counts[0] == counts[3])
        #expect(session("4jdbg").shows("tag devices") && session("4jdbgg").shows("tag orders"))
    }

    @Test("a review is bound to what was read")
    func review() throws {
        let session = session("4jdr" + "approve reads well<enter>")
        let command = try #require(
            session.effects.compactMap { if case .perform(_, let command) = $0 { command } else { nil } }.last)
        let digest = try #require(Scene.reviewed.registry.versions.last?.digest)
        #expect(
            command
                == .reviewPrompt(
                    "support-answer", version: 7,
                    PromptReviewDraft(verdict: .approve, comment: "reads well", digest: digest)))
    }

    @Test("who asks for changes says which, and nobody reviews what they pushed")
    func refusals() {
        #expect(session("4jdrchanges<enter>").shows("write which changes version 7 needs"))
        #expect(session("4jdrperhaps<enter>").shows("write approve, or changes and which"))
        #expect(session("4jdr", principal: "os:an").shows("you pushed version 7 yourself"))
        for keys in ["4jdrchanges<enter>", "4jdrperhaps<enter>"] {
            #expect(!session(keys).effects.contains { if case .perform = $0 { true } else { false } })
        }
    }

    @Test("a pane that is not seen asks nothing")
    func hidden() {
        var session = session("4jd1")
        let asked = session.otherQuestions.count
        session.wait(seconds: 40)
        #expect(
            session.otherQuestions.dropFirst(asked).allSatisfy {
                if case .comparison = $0.question { false } else if case .prompts = $0.question { false } else { true }
            })
    }
}
