import Configuration
import Domain
import Storage
import Testing

@testable import Collector

/// Prompts, releases and the audit log through the control API.
@Suite struct ControlRegistryTests {
    private static let everything = Grant(roles: Set(AccessRole.allCases), content: true)

    private func push(_ text: String, name: String = "answer", in scene: ControlScene, key: String? = nil) throws
        -> RawClient.Answer
    {
        let prompt = Prompt(
            name: name, messages: [PromptMessage(role: "system", text: text)], model: "gpt-4o",
            variables: [PromptVariable(name: "question")])
        return try scene.post("/api/v1/prompts", PromptPushDraft(prompt: prompt).json.text, key: key)
    }

    @Test func aPromptGoesItsWay() throws {
        let scene = try ControlScene(grant: Self.everything)
        #expect(try push("a {{question}}", in: scene).json["version"] == 1)
        #expect(try push("b {{question}}", in: scene).json["version"] == 2)
        let same = try push("b {{question}}", in: scene)
        #expect(same.status == 409)
        #expect(same.text.contains("nothing changed"))
        let read = try scene.ask(HTTPText.get("/api/v1/prompts/answer/2"))
        let version = try #require(PromptVersion(read.json))
        #expect(version.prompt.messages.map(\.text) == ["b {{question}}"])
        // Its author alone cannot have it in production.
        let label = #"{"label":"production","version":2,"reason":"better"}"#
        let refused = try scene.post("/api/v1/prompts/answer/labels", label)
        #expect(refused.status == 403)
        #expect(refused.text.contains("protected"))
        let review = PromptReviewDraft(verdict: .approve, comment: "", digest: version.digest).json.text
        #expect(try scene.post("/api/v1/prompts/answer/2/reviews", review).status == 403)
        let staging = #"{"label":"staging","version":2,"reason":"to try"}"#
        #expect(try scene.post("/api/v1/prompts/answer/labels", staging).status == 200)
        let history = try scene.ask(HTTPText.get("/api/v1/prompts/answer")).json
        #expect(history["labels"]?.array?.compactMap { $0["label"]?.string } == ["staging"])
        #expect(try scene.post("/api/v1/prompts/nothing/labels", staging).status == 404)
        let entries = try scene.ask(HTTPText.get("/api/v1/audit?action=prompt")).json["entries"]?.array ?? []
        #expect(entries.compactMap { $0["action"]?.string } == ["prompt.label", "prompt.push", "prompt.push"])
        #expect(entries.first?["reason"] == "to try")
        #expect(try scene.ask(HTTPText.get("/api/v1/audit/verify")).json["result"] == "ok")
    }

    @Test func theSameCommandAgainMakesOneVersion() throws {
        let scene = try ControlScene(grant: Self.everything)
        let first = try push("a {{question}}", in: scene, key: "k")
        #expect(try push("a {{question}}", in: scene, key: "k").text == first.text)
        #expect(try scene.ask(HTTPText.get("/api/v1/prompts")).json["prompts"]?.array?.count == 1)
    }

    @Test(arguments: [
        ("a {{question", "message 1 (system), 1:3"), ("a {{mood}}", "'mood' is not declared"),
    ])
    func whatIsWrongIsNotStored(text: String, reason: String) throws {
        try isRefused(text, 400, reason)
    }

    @Test(arguments: [(600 << 10, 400, "text: must have"), (5 << 20, 413, "the body is larger")])
    func whatIsTooLargeIsNotStored(size: Int, status: Int, reason: String) throws {
        try isRefused(String(repeating: "x", count: size), status, reason)
    }

    private func isRefused(_ text: String, _ status: Int, _ reason: String) throws {
        let scene = try ControlScene(grant: Self.everything)
        let answer = try push(text, in: scene)
        #expect(answer.status == status)
        #expect(answer.text.contains(reason), "\(answer.text)")
        #expect(try scene.ask(HTTPText.get("/api/v1/prompts")).json["prompts"] == [])
        #expect(try scene.ask(HTTPText.get("/api/v1/audit?action=prompt")).json["entries"] == [])
    }

    @Test func releasesAreMadeAndSpansFindThem() throws {
        let scene = try ControlScene(grant: Self.everything)
        _ = try push("a {{question}}", in: scene)
        let made = try scene.post(
            "/api/v1/releases", #"{"prompt":"answer","parameters":{"temperature":0.2},"app":"bot"}"#)
        let release = try #require(RegisteredRelease(made.json))
        #expect(release.name == "bot@r1")
        #expect(try scene.ask(HTTPText.get("/api/v1/releases/bot@r1")).json == made.json)
        #expect(try scene.post("/api/v1/releases", #"{"prompt":"answer@9"}"#).status == 404)
        let listed = try scene.ask(HTTPText.get("/api/v1/releases")).json
        #expect(listed["activations"]?.array?.compactMap { ActiveRelease($0)?.name } == ["bot@r1"])
        let back = try scene.post("/api/v1/apps/bot/rollback", #"{"to":"r1","reason":"errors"}"#)
        #expect(back.status == 409)
        #expect(try scene.post("/api/v1/apps/bot/rollback", #"{"to":"r1"}"#).status == 400)
    }
}
