import Domain
import PromptDiff
import Testing

/// Which variables a template uses, and what is wrong with it.
@Suite struct TemplateTests {
    @Test(arguments: [
        ("Context: {{context}} {{ question }}", ["context", "question"]),
        ("{{{html}}} {{&raw}} {{user.name}} {{user.mail}}", ["html", "raw", "user"]),
        ("{{! a comment with {{ braces }}{{!-- {{x}} --}}{{name}}", ["name"]),
        ("{{#articles}}{{title}}: {{.}}{{/articles}}{{^articles}}none{{/articles}}", ["articles", "title"]),
        ("{{#if order}}{{order}}{{else}}{{name}}{{/if}}", ["order", "name"]),
        ("{{#each articles}}{{@index}} {{this.title}} {{../name}}{{/each}}", ["articles", "name"]),
        (#"{{role "system"}}{{media url=picture alt="a tree"}}{{json schema indent=2}}"#, ["picture", "schema"]),
        ("{{~name~}} {single} }} {", ["name"]), ("{{größe}} {{客户}}", ["größe", "客户"]), ("", []),
    ])
    func mustache(text: String, variables: [String]) {
        let template = Template(text, syntax: .mustache)
        #expect(template.variables.map(\.name) == variables)
        #expect(template.mistakes.isEmpty, "\(template.mistakes)")
    }

    @Test(arguments: [
        ("Context: {context} {question}", ["context", "question"]),
        (
            "{{literal}} {name!r:>{width}} {price:.2f} {user.name} {rows[0]}",
            ["width", "name", "price", "user", "rows"]
        ),
        (#"{{"name": "{name}"}}"#, ["name"]), ("{größe}", ["größe"]), ("no braces", []),
    ])
    func formatString(text: String, variables: [String]) {
        let template = Template(text, syntax: .fstring)
        #expect(template.variables.map(\.name) == variables)
        #expect(template.mistakes.isEmpty, "\(template.mistakes)")
    }

    @Test(arguments: [
        (TemplateSyntax.mustache, "one\n  {{name", "2:3: {{ is never closed; write }}"),
        (.mustache, "{{#list}}", "1:1: the section {{#list}} is never closed; write {{/list}}"),
        (.mustache, "é{{/list}}", "1:2: {{/list}} closes a section that is not open"),
        (.mustache, "{{#a}}{{#b}}{{/a}}", "1:7: the section {{#b}} is not closed before {{/a}}; write {{/b}}"),
        (.mustache, "{{}}", "1:1: a tag needs the name of a variable"),
        (.mustache, "{{a+b}}", "1:1: 'a+b' is no name of a variable; use letters, digits and _"),
        (.mustache, "{{> header}}", "1:1: partials such as {{> header}} are not resolved; write the text here"),
        (.fstring, "one\ntwo {name", "2:5: { is never closed; write {{ for a brace, or } behind the name"),
        (.fstring, "a } b", "1:3: a single }; write }} for a brace"),
        (.fstring, #"{"name": 1}"#, #"1:1: '"name"' is no name of a variable; write {{ and }} for braces"#),
        (.fstring, "{}", "1:1: {} names no variable; write its name, or {{}} for braces"),
        (.fstring, "{0}", "1:1: {0} counts its variables; write a name"),
        (.fstring, "{name!x}", "1:1: a conversion is !r, !s or !a"),
    ])
    func mistakesSayWhereAndWhatToDo(syntax: TemplateSyntax, text: String, message: String) {
        #expect(Template(text, syntax: syntax).mistakes.map(\.description).contains(message))
    }

    @Test(arguments: 0..<200)
    func anyTextIsRead(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "{", "}", "{{", "}}", "#", "/", "!", "^", "&", ">", "=", "name", " ", "\n", "\"", ":", "é", "👩‍💻", "0", ".",
            "[",
        ]
        let text = (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        for syntax in TemplateSyntax.allCases {
            let template = Template(text, syntax: syntax)
            let lines = text.unicodeScalars.count { $0 == "\n" } + 1
            #expect(template.mistakes.map(\.place) == template.mistakes.map(\.place).sorted())
            let places = template.mistakes.map(\.place) + template.variables.map(\.place)
            #expect(places.filter { $0.line < 1 || $0.line > lines || $0.column < 1 }.isEmpty)
        }
    }

    @Test func whatIsDeclaredIsComparedWithWhatIsUsed() {
        let report = TemplateReport(
            Prompt(
                name: "answer",
                messages: [
                    PromptMessage(role: "system", text: "{{#articles}}{{title}}{{/articles}}"),
                    PromptMessage(role: "user", text: "Hello\n{{qestion}}"),
                ],
                variables: [
                    PromptVariable(name: "articles", type: .array), PromptVariable(name: "question", type: .string),
                ]))
        #expect(report.used == ["articles", "qestion"])
        #expect(report.unused == ["question"])
        #expect(report.mistakes.map(\.message) == [1])
        #expect(report.mistakes.map(\.mistake.description) == ["2:1: the variable 'qestion' is not declared"])
    }

    @Test func whoDeclaresNothingMakesNoMistake() {
        let report = TemplateReport(
            Prompt(name: "answer", messages: [PromptMessage(role: "user", text: "{{question}}")]))
        #expect(report.used == ["question"] && report.unused.isEmpty && report.mistakes.isEmpty)
    }
}
