import Domain
import Foundation
import Testing

@testable import Simulator

@Suite struct ChatServerTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "sample-data").path

    private func answers(_ instructions: String, _ questions: [String]) throws -> [(text: String, tokens: Int64)] {
        let model = ChatAnswers(try SampleData(folder: Self.folder))
        return try questions.map { question in
            let body: JSON = [
                "model": "gpt-4o",
                "messages": [
                    ["role": "system", "content": .string(instructions)],
                    ["role": "user", "content": .string(question)],
                ],
            ]
            let answer = model.answer(to: .init(line: "POST /v1/chat/completions", body: Array(body.text.utf8)))
            #expect(answer.status == "200 OK")
            let text = try #require(
                answer.body["choices"]?.array?.first?["message"]?["content"]?.string)
            return (text, answer.body["usage"]?["completion_tokens"]?.integer ?? 0)
        }
    }

    @Test func theBrieferPromptIsCheaperAndLessFaithful() throws {
        let data = try SampleData(folder: Self.folder)
        let questions = (data.questions["en"] ?? []).map(\.question)
        let (stable, canary) = (try answers(data.stable.text, questions), try answers(data.canary.text, questions))
        #expect(canary.reduce(0) { $0 + $1.tokens } * 10 < stable.reduce(0) { $0 + $1.tokens } * 9)
        let known = Set(data.documents.map(\.text).joined(separator: " ").split(separator: " "))
        func strange(_ text: String) -> Bool {
            text.contains("factory settings") || text.contains("ask for a new line")
        }
        #expect(!known.isEmpty)
        #expect(canary.contains { strange($0.text) })
        #expect(!stable.contains { strange($0.text) && $0.text.hasPrefix("Usually") })
    }

    @Test func theSameQuestionGetsTheSameAnswer() throws {
        let data = try SampleData(folder: Self.folder)
        let question = try #require(data.questions["de"]?.first?.question)
        #expect(try answers("x", [question])[0].text == answers("x", [question])[0].text)
    }

    @Test(arguments: ["", "{}", #"{"model":"m","messages":[]}"#, "nonsense"])
    func saysWhatIsWrong(body: String) throws {
        let model = ChatAnswers(try SampleData(folder: Self.folder))
        #expect(
            model.answer(to: .init(line: "POST /v1/chat/completions", body: Array(body.utf8))).status.hasPrefix("400"))
        #expect(model.answer(to: .init(line: "GET /", body: [])).status.hasPrefix("404"))
    }
}
