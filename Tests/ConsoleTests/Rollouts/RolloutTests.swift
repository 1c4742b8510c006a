import Console
import Domain
import Testing

/// What keys do about rollouts, what the collector is asked, and what it takes for that.
@Suite("Rollouts on the screen")
struct RolloutTests {
    private func session(_ source: FakeSource, as principal: String = "os:eve", keys: String = "5") -> Session {
        var session = Session(source, settings: ConsoleSettings(principal: principal))
        session.press(keys)
        return session
    }

    private func commands(_ session: Session) -> [(id: CommandID, rollout: RolloutID, command: RolloutCommand)] {
        session.effects.compactMap {
            if case .perform(let id, .rollout(let rollout, let command)) = $0 { (id, rollout, command) } else { nil }
        }
    }

    @Test("every pane's header counts what waits for approval, and ! goes there when nothing pages")
    func header() {
        for keys in ["", "2", ":health<enter>"] {
            var session = session(Scene.waiting, keys: keys)
            #expect(session.screen[0].contains("◆ 1 approval"))
            session.press("!")
            #expect(session.shows("◆ waits for approval"))
        }
        #expect(!session(Scene.rolling).screen[0].contains("◆"))
    }

    @Test("roll back is one key and one confirmation, bound to nothing")
    func rollback() throws {
        var session = session(Scene.rolling)
        session.press("R")
        #expect(session.shows("Canary 5 % → 0 %"))
        #expect(commands(session).isEmpty)
        session.press("<enter>")
        let sent = try #require(commands(session).first)
        #expect(sent.rollout == RolloutID(rawValue: 7))
        #expect(sent.command.verb == .rollback && sent.command.basis == nil && !sent.command.reason.isEmpty)
        session.send(.performed(sent.id, .success(.rollout)))
        #expect(session.shows("rolled back: the stable release serves everybody"))
    }

    @Test("an approval needs a reason and the release typed, and carries what was seen")
    func approve() throws {
        var session = session(Scene.waiting, keys: "5A<enter>")
        #expect(session.shows("write why first"))
        session.press("gates agree<enter>")
        session.send(.paste("r42"))
        session.press("<enter>")
        #expect(commands(session).isEmpty)
        session.press("r42<enter>")
        let command = try #require(commands(session).first?.command)
        #expect(command.verb == .approve && command.reason == "gates agree" && command.override == nil)
        #expect(command.basis == Scene.waitingRollout?.standing?.basis.digest)
    }

    @Test("past a gate that is not green the whole name is typed")
    func override() throws {
        var session = session(Scene.rolling, keys: "5Pwanted<enter>")
        #expect(session.shows("score:faithfulness is fail"))
        session.press("r42<enter>")
        #expect(commands(session).isEmpty)
        for _ in 0..<3 { session.press("<backspace>") }
        session.press("support-answer@r42<enter>")
        #expect(try #require(commands(session).first).command.override == "support-answer@r42")
    }

    @Test("what moves while somebody decides is said, and has to be confirmed anew")
    func moved() throws {
        var session = session(Scene.waiting, keys: "5Aall green<enter>r42")
        session.source = Scene.source([Scene.runningRollout])
        session.send(.sourceChanged)
        session.wait(seconds: 6)
        #expect(session.shows("what you decide on has changed"))
        session.press("<enter>")
        #expect(commands(session).isEmpty)
    }

    @Test("a refusal because something moved opens the decision again with a fresh look and what was written")
    func refused() throws {
        var session = session(Scene.waiting, keys: "5Aall green<enter>r42<enter>")
        let sent = try #require(commands(session).first)
        session.send(.performed(sent.id, .failure(ControlRefusal(.moved, "latency_p95: pass → undecided"))))
        #expect(session.shows("latency_p95: pass → undecided"))
        #expect(session.shows("all green"))
        session.press("<enter>r42<enter>")
        #expect(commands(session).count == 2)
    }

    @Test("who started it cannot approve it, and what is over cannot be decided")
    func off() {
        var author = session(Scene.waiting, as: "os:an", keys: "5A")
        #expect(author.shows("four eyes"))
        author.press("R")
        #expect(author.shows("Roll back"))
        #expect(session(Scene.waiting, keys: "5jX").shows("it is over"))
    }
}
