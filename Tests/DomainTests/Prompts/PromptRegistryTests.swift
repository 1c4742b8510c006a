import Domain
import Testing

@Suite struct PromptRegistryTests {
    private static let prompt = Prompt(
        name: "support-answer", messages: [PromptMessage(role: "system", text: "Answer {{question}}.\n")],
        model: "gpt-4o", parameters: ["temperature": 0, "stop": ["\n"]],
        variables: [PromptVariable(name: "question", type: .string), PromptVariable(name: "mood", isOptional: true)],
        responseFormat: ["type": "json_object"],
        tools: [PromptTool(name: "search", definition: ["description": "finds"])], retrievalIndex: "kb@12",
        notes: "shorter")

    @Test func promptsSurviveJSON() throws {
        #expect(try Prompt(JSON(parsing: Self.prompt.json.text)) == Self.prompt)
        let plain = Prompt(name: "a", messages: [PromptMessage(role: "user", text: "b")])
        #expect(try Prompt(JSON(parsing: plain.json.text)) == plain)
    }

    /// What stands in stores already must keep its identity.
    @Test func theDigestOfAPromptIsPinned() throws {
        let plain = Prompt(name: "a", messages: [PromptMessage(role: "user", text: "b")])
        let text = #"{"messages":[{"role":"user","text":"b"}],"name":"a","syntax":"mustache"}"#
        #expect(try plain.digest() == ContentDigest(of: Array(text.utf8)))
    }

    @Test(arguments: [
        (#"{"name":"a b","messages":[{"role":"user","text":"b"}]}"#, "name: must be"),
        (#"{"name":"a"}"#, "messages: must be there"),
        (#"{"name":"a","messages":[{"role":"user"}]}"#, "messages: each must"),
        (#"{"name":"a","messages":[{"role":"user","text":"b"}],"temperature":1}"#, "a member is none of"),
        (#"{"name":"a","messages":[{"role":"user","text":"b"}],"parameters":{"a":1,"a":2}}"#, "parameters: has"),
        (
            #"{"name":"a","messages":[{"role":"user","text":"b"}],"variables":[{"name":"a","type":"date"}]}"#,
            "variables: "
        ),
    ])
    func saysWhichMemberIsWrong(text: String, reason: String) throws {
        let json = try JSON(parsing: text)
        let error = #expect(throws: MalformedCommand.self) { try Prompt(json) }
        #expect(error?.reason.hasPrefix(reason) == true)
    }

    @Test func versionsAreNamedAsPeopleNameThem() {
        #expect(PromptReference("a") == PromptReference(name: "a"))
        #expect(PromptReference("a@7") == PromptReference(name: "a", .number(7)))
        #expect(PromptReference("a@production") == PromptReference(name: "a", .label("production")))
        for text in ["", "@7", "a@", "a@0", "a@07", "a@-1", "a b@1", "../a", "a@b@c", "a@99999999999999999999"] {
            #expect(PromptReference(text) == nil, "\(text)")
        }
        #expect(ReleaseReference("r42") == .number(app: nil, 42))
        #expect(ReleaseReference("bot@r42") == .number(app: "bot", 42))
        #expect(ReleaseReference("DEADBEEF") == .digest(prefix: "deadbeef"))
        for text in ["", "r", "r0", "r-1", "@r1", "deadbee", "42", "r99999999999999999999"] {
            #expect(ReleaseReference(text) == nil, "\(text)")
        }
    }

    private func summary(_ number: Int, by author: String, saying text: String) -> PromptVersionSummary {
        PromptVersionSummary(
            number: number, digest: ContentDigest(of: Array(text.utf8)), author: author, message: "",
            created: Timestamp(nanoseconds: Int64(number)))
    }

    private func review(_ of: PromptVersionSummary, _ verdict: PromptReview.Verdict, by: String) -> PromptReview {
        PromptReview(
            version: of.number, digest: of.digest, verdict: verdict, comment: "", principal: by,
            time: of.created)
    }

    @Test func protectedLabelsNeedSomebodyElse() {
        let (first, second) = (summary(1, by: "os:anna", saying: "a"), summary(2, by: "os:anna", saying: "b"))
        func isFree(_ reviews: PromptReview...) -> Bool {
            PromptHistory(name: "p", versions: [first, second], moves: [], reviews: reviews)
                .objectionToProtectedLabel(on: second) == nil
        }
        #expect(!isFree())
        #expect(!isFree(review(second, .approve, by: "os:anna")))
        #expect(!isFree(review(first, .approve, by: "os:ben")))
        #expect(isFree(review(second, .approve, by: "os:ben")))
        #expect(!isFree(review(second, .approve, by: "os:ben"), review(second, .requestChanges, by: "os:carl")))
        #expect(isFree(review(second, .requestChanges, by: "os:ben"), review(second, .approve, by: "os:ben")))
        #expect(!isFree(review(second, .approve, by: "os:ben"), review(second, .requestChanges, by: "os:ben")))
    }
}
