import Domain
import PromptDiff
import Testing

/// What a reviewer sees beside the text.
@Suite struct PromptDifferenceTests {
    private let old = Prompt(
        name: "support-answer",
        messages: [
            PromptMessage(role: "system", text: "You are a helpful agent. Use the context.\n{{context}}"),
            PromptMessage(role: "user", text: "{{question}} {{order}}"),
        ],
        model: "gpt-4o", parameters: ["temperature": .number(0.7), "max_tokens": 512, "seed": 1],
        variables: [PromptVariable(name: "context", type: .string), PromptVariable(name: "order", type: .string)],
        responseFormat: ["type": "json_schema", "schema": ["required": ["answer"]]],
        tools: [PromptTool(name: "get_order", definition: ["parameters": ["order": ["type": "string"]]])],
        retrievalIndex: "kb@12")

    @Test func settingsAreComparedValueByValue() {
        let new = Prompt(
            name: "support-answer", messages: old.messages, syntax: .mustache, model: "gpt-4o-mini",
            parameters: ["temperature": .number(0.2), "max_tokens": 512, "top_p": .number(0.9)],
            variables: [PromptVariable(name: "context", type: .array), PromptVariable(name: "order", type: .string)],
            responseFormat: ["schema": ["required": ["reply"]], "type": "json_schema"],
            tools: [
                PromptTool(name: "get_order", definition: ["parameters": ["order": ["type": "integer"]]]),
                PromptTool(name: "refund", definition: [:]),
            ],
            retrievalIndex: "kb@13", notes: "Shorter.")
        let difference = PromptDifference(from: old, to: new)
        #expect(difference.text.isEmpty && !difference.isEmpty)
        #expect(
            difference.settings == [
                SettingChange(subject: .model, old: "gpt-4o", new: "gpt-4o-mini"),
                SettingChange(subject: .parameter("seed"), old: 1, new: nil),
                SettingChange(subject: .parameter("temperature"), old: .number(0.7), new: .number(0.2)),
                SettingChange(subject: .parameter("top_p"), old: nil, new: .number(0.9)),
                SettingChange(subject: .retrievalIndex, old: "kb@12", new: "kb@13"),
                SettingChange(subject: .responseFormat, path: "schema.required.0", old: "answer", new: "reply"),
                SettingChange(
                    subject: .tool("get_order"), path: "parameters.order.type", old: "string", new: "integer"),
                SettingChange(subject: .tool("refund"), old: nil, new: [:]),
                SettingChange(subject: .variable("context"), path: "type", old: "string", new: "array"),
                SettingChange(subject: .notes, old: nil, new: "Shorter."),
            ])
    }

    @Test func variablesThatComeAndGoAreNamed() {
        let new = Prompt(
            name: "support-answer",
            messages: [PromptMessage(role: "system", text: "{{language}} {{context}} {{question}} {{tone}}")])
        let difference = PromptDifference(from: old, to: new)
        #expect(difference.addedVariables == ["language", "tone"])
        #expect(difference.lostVariables == ["order"])
    }

    @Test func theSamePromptDoesNotDiffer() {
        let difference = PromptDifference(from: old, to: old)
        #expect(difference.isEmpty && difference.settings.isEmpty && difference.oldTokens == difference.newTokens)
        #expect(difference.cachedPrefix.kept == difference.cachedPrefix.old && !difference.cachedPrefix.isLost)
    }

    @Test func aCachedPrefixEndsAtTheFirstDifferenceAndAtTheFirstVariable() {
        func prompt(_ text: String, model: String? = nil) -> Prompt {
            Prompt(name: "p", messages: [PromptMessage(role: "system", text: text)], model: model)
        }
        let rules = String(repeating: "Answer in the language of the question. ", count: 20)
        let base = prompt(rules + "Be brief. {{context}} " + rules)
        let later = CachedPrefix(from: base, to: prompt(rules + "Be brief. {{context}} other rules"))
        #expect(later.kept == later.old && later.old == later.new && later.old > 100 && !later.isLost)
        let early = CachedPrefix(from: base, to: prompt("Hello. " + rules + "Be brief. {{context}}"))
        #expect(early.kept < 5 && early.isLost && early.new > early.old - 5)
        let middle = CachedPrefix(from: base, to: prompt(rules + "Be polite. {{context}}"))
        #expect(middle.kept > 100 && middle.kept < middle.old)
        let otherModel = CachedPrefix(from: prompt(rules, model: "a"), to: prompt(rules, model: "b"))
        #expect(otherModel.kept == 0 && otherModel.isLost)
        let spaces = CachedPrefix(from: base, to: prompt(" " + rules + "Be brief. {{context}}"))
        #expect(spaces.isLost)
    }

    @Test func deepAndLargeSchemasAreBounded() {
        var (deepOld, deepNew): (JSON, JSON) = (1, 2)
        for _ in 0..<500 { (deepOld, deepNew) = (["a": deepOld], ["a": deepNew]) }
        let wide = JSON.object((0..<1000).map { JSON.Member("k\($0)", 1) })
        let other = JSON.object((0..<1000).map { JSON.Member("k\($0)", 2) })
        func settings(_ old: JSON, _ new: JSON) -> [SettingChange] {
            PromptDifference(
                from: Prompt(name: "p", messages: [], responseFormat: old),
                to: Prompt(name: "p", messages: [], responseFormat: new)
            ).settings
        }
        #expect(settings(deepOld, deepNew).count == 1)
        #expect(settings(wide, other) == [SettingChange(subject: .responseFormat, old: wide, new: other)])
    }
}
