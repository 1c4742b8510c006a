import Glibc
import Testing

@testable import Simulator

@Suite struct SampleDataTests {
    @Test func theProjectsSampleDataIsRich() throws {
        let data = try Samples.data.get()
        #expect(data.documents.count >= 40)
        #expect(data.questions.values.reduce(0) { $0 + $1.count } >= 80)
        #expect(Set(data.questions.keys) == ["en", "de", "ja", "ar", "es", "zh"])
        #expect(data.stable.release == "support-answer@r41")
        #expect(data.canary.release == "support-answer@r42")
        #expect(data.stable.version != data.canary.version)
        #expect(data.stable.temperature != data.canary.temperature)
    }

    @Test func everyQuestionIsAnsweredByArticlesThatExist() throws {
        let data = try Samples.data.get()
        let ids = Set(data.documents.map(\.id))
        #expect(ids.count == data.documents.count)
        let topics = Set(data.documents.map(\.topic))
        for question in data.questions.values.joined() {
            #expect(!question.documents.isEmpty)
            #expect(ids.isSuperset(of: question.documents), "\(question.question)")
            #expect(topics.contains(question.topic), "\(question.topic)")
            #expect(question.question.contains("{order}") == (question.tool != nil))
        }
    }

    @Test func aMissingFolderSaysWhatToDo() {
        let error = #expect(throws: SampleDataError.self) { try SampleData(folder: "/nowhere/sample-data") }
        let text = error?.description ?? ""
        #expect(text.contains("/nowhere/sample-data"))
        #expect(text.contains("No such file"))
        #expect(text.contains("start from the project's folder"))
    }

    @Test(arguments: [
        "", "name: x", "---\nname: x\n", "---\nname: x\n---\ntext", "---\ntemperature: warm\nmax_tokens: 1\n---\n",
    ])
    func aPromptWithoutItsHeaderIsRefused(text: String) {
        #expect(throws: SampleDataError.self) { try SampleData.Prompt(file: "p.md", text: text) }
    }

    @Test func aPromptKeepsItsText() throws {
        let prompt = try SampleData.Prompt(
            file: "p.md",
            text:
                "---\nname: n\nversion: 2\nrelease: n@r1\nmodel: m\ntemperature: 0.5\nmax_tokens: 9\n---\nOne: two\n\n---\nthree\n"
        )
        #expect(prompt.text == "One: two\n\n---\nthree\n")
        #expect(prompt.version == "2")
        #expect(prompt.maximumTokens == 9)
    }
}
