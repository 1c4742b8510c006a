import Domain
import Evaluation
import Testing

@Suite struct PromptRendererTests {
    private func rendered(_ texts: [(String, String)], _ line: String, _ syntax: TemplateSyntax = .mustache) throws
        -> [String]
    {
        let prompt = Prompt(
            name: "p", messages: texts.map { PromptMessage(role: $0.0, text: $0.1) }, syntax: syntax)
        let item = try GoldenItem(try JSON(parsing: line))
        return try PromptRenderer(prompt).messages(for: item).map { "\($0.role): \($0.text)" }
    }

    @Test func fillsInTheQuestionAndItsPassages() throws {
        let line = #"{"id":"a","input":"How?","context":["one","two"]}"#
        #expect(
            try rendered([("system", "From {{context}}"), ("user", "{{question}}!")], line)
                == ["system: From one\n\ntwo", "user: How?!"])
    }

    @Test func asksBehindAPromptThatDoesNotUseTheQuestion() throws {
        let line = #"{"id":"a","input":"How?","context":["one"]}"#
        #expect(
            try rendered([("system", "Be brief.")], line) == ["system: Be brief.\n\nContext:\n\none", "user: How?"])
    }

    @Test func readsSections() throws {
        let line = #"{"id":"a","input":"q","variables":{"list":[{"n":1},{"n":2}],"vip":false},"name":"Ana"}"#
        let text =
            "{{#list}}<{{n}} {{name}}>{{/list}}{{^vip}}no{{/vip}}{{#if vip}}yes{{else}}else{{/if}} {{! note }}{{question}}"
        #expect(try rendered([("user", text)], line) == ["user: <1 Ana><2 Ana>noelse q"])
    }

    @Test func readsFormatStrings() throws {
        let line = #"{"id":"a","input":"q","variables":{"user":{"name":"Ana"},"rows":["x"]}}"#
        #expect(
            try rendered([("user", "{{{user.name}}} {rows[0]} {question!s}")], line, .fstring) == ["user: {Ana} x q"])
    }

    @Test func saysWhatIsMissing() throws {
        let error = try #require(throws: RenderError.self) {
            try rendered([("user", "{{question}} {{tone}}")], #"{"id":"a","input":"q"}"#)
        }
        #expect(error == .missing("tone"))
    }

    @Test func refusesABrokenTemplate() {
        #expect(throws: RenderError.self) { try rendered([("user", "{{#a}}")], #"{"id":"a","input":"q"}"#) }
    }

    /// A list in a list in a list must not fill the memory.
    @Test func endsWhenTheTextBecomesTooLong() {
        let list = "[" + Array(repeating: "1", count: 1_000).joined(separator: ",") + "]"
        let line = #"{"id":"a","input":"q","variables":{"l":"# + list + "}}"
        let text = "{{#l}}{{#l}}{{#l}}{{#l}}xxxxxxxxxx{{/l}}{{/l}}{{/l}}{{/l}}"
        #expect(throws: RenderError.self) { try rendered([("user", text)], line) }
    }
}
