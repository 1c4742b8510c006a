import Domain
import PromptDiff
import Testing

/// What a reviewer expects to see.
@Suite struct TextDifferenceTests {
    @Test func highlightsOfARewrittenPromptAreFewAndLong() {
        let difference = TextDifference(
            from: """
                You are a helpful support agent. Answer the user's question based only on the following context:
                Context: {{context}}
                Question: {{question}}
                Answer:
                """,
            to: """
                As a concise and expert support agent, use the provided context to give a direct answer.
                Context: {{context}}
                Question: {{question}}
                Short Answer:
                """)
        #expect(
            difference.marked == [
                "- [You are a helpful] support agent[. Answer the user's question based only on the following context:]",
                "+ [As a concise and expert] support agent[, use the provided context to give a direct answer.]",
                "  Context: {{context}}",
                "  Question: {{question}}",
                "- Answer:",
                "+ [Short ]Answer:",
            ])
        #expect(difference.changes == [0..<1, 3..<4])
        #expect(!difference.isWhitespaceOnly && !difference.isEmpty && !difference.isCoarse)
    }

    @Test(arguments: [
        ("temperature: 0.7", "temperature: 0.2", "- temperature: [0.7]", "+ temperature: [0.2]"),
        ("Be friendly and precise.", "Be kind and exact.", "- Be [friendly and precise].", "+ Be [kind and exact]."),
        ("the big red dog", "the small red cat", "- the [big] red [dog]", "+ the [small] red [cat]"),
        ("A. B.", "A. X. B.", "- A. B.", "+ A. [X. ]B."),
        ("Don't guess.", "Do not guess.", "- [Don't] guess.", "+ [Do not] guess."),
        ("in {{context}} now", "in {{ctx}} now", "- in {{[context]}} now", "+ in {{[ctx]}} now"),
        ("回答使用中文。", "回答使用英文。", "- 回答使用[中]文。", "+ 回答使用[英]文。"),
        ("see 1,000 rows", "see 1,500 rows", "- see [1,000] rows", "+ see [1,500] rows"),
        ("ask 👩‍💻 twice", "ask 👩‍🔬 twice", "- ask [👩‍💻] twice", "+ ask [👩‍🔬] twice"),
        ("café au lait", "cafe au lait", "- [café] au lait", "+ [cafe] au lait"),
    ])
    func wordsAreWhole(old: String, new: String, removed: String, added: String) {
        #expect(TextDifference(from: old, to: new).marked == [removed, added])
    }

    @Test func similarLinesStandBesideEachOther() {
        let difference = TextDifference(
            from: """
                Answer in the language of the question.
                Never ask for passwords or card numbers.
                """,
            to: """
                Use at most three sentences.
                Answer in the language of the customer.
                Never ask for passwords, card numbers or codes.
                """)
        #expect(
            difference.marked == [
                "+ [Use at most three sentences.]",
                "- Answer in the language of the [question].",
                "+ Answer in the language of the [customer].",
                "- Never ask for passwords[ or] card numbers.",
                "+ Never ask for passwords[,] card numbers[ or codes].",
            ])
    }

    @Test func aParagraphThatWasWrappedAnewShowsNoChangedWord() {
        let difference = TextDifference(
            from: "Answer the customer's question\nusing only the articles\nin the context.\n",
            to: "Answer the customer's question using\nonly the articles in the context.\n")
        #expect(difference.isWhitespaceOnly)
        #expect(!difference.isEmpty)
    }

    @Test(arguments: [
        ("Answer:", "Answer: "), ("  - one", "\t- one"), ("one two", "one  two"), ("a\r\nb", "a\nb"),
        ("a\n\nb", "a\nb"),
        ("a", "a\n"), ("a b", "a\u{A0}b"),
    ])
    func whiteSpaceIsNoChangeOfWordsButNoEquality(old: String, new: String) {
        let difference = TextDifference(from: old, to: new)
        #expect(difference.isWhitespaceOnly && !difference.isEmpty, "\(difference.marked)")
    }

    @Test func whiteSpaceAtTheEndIsShown() {
        #expect(TextDifference(from: "Answer:", to: "Answer: ").marked == ["- Answer:", "+ Answer:< >"])
    }

    @Test func aBlockThatMovedIsNeitherRemovedNorAdded() {
        let rules = "Never ask for passwords.\nNever promise a refund."
        let task = "Answer the question from the context below.\nContext: {{context}}\nQuestion: {{question}}\nAnswer:"
        let difference = TextDifference(from: "\(rules)\n\n\(task)", to: "\(task)\n\n\(rules)")
        #expect(
            difference.marked == [
                "< Never ask for passwords.", "< Never promise a refund.", "- ",
                "  Answer the question from the context below.", "  Context: {{context}}", "  Question: {{question}}",
                "  Answer:", "+ ", "> Never ask for passwords.", "> Never promise a refund.",
            ])
        let places = difference.rows.compactMap { row -> [Int?]? in
            guard case .removed(let line, let target?) = row else { return nil }
            return [line.place.number, target.number]
        }
        #expect(places == [[1, 6], [2, 7]])
    }

    @Test(arguments: [
        (["<example>", "one", "</example>"], ["<example>", "two", "</example>"]),
        (["  {", "    one", "  },"], ["  {", "    two", "  },"]),
        (["# One", "Text.", ""], ["# Two", "Text.", ""]),
        (["{{#each a}}", "one", "{{/each}}"], ["{{#each a}}", "two", "{{/each}}"]),
    ])
    func aBlockIsAddedAsAWhole(block: [String], other: [String]) {
        let old = (block + block).joined(separator: "\n")
        let new = (block + other + block).joined(separator: "\n")
        let added = TextDifference(from: old, to: new).rows.compactMap { $0.old == nil ? $0.new?.text : nil }
        #expect(added == other)
        let removed = TextDifference(from: new, to: old).rows.compactMap { $0.new == nil ? $0.old?.text : nil }
        #expect(removed == other)
    }

    @Test func aBlockThatMovedToAnotherMessageIsFound() {
        let block = "Use only these articles:\n{{context}}"
        let difference = TextDifference(
            from: [
                PromptMessage(role: "system", text: "You are an agent.\n" + block),
                PromptMessage(role: "user", text: "{{question}}"),
            ],
            to: [
                PromptMessage(role: "system", text: "You are an agent."),
                PromptMessage(role: "user", text: block + "\n{{question}}"),
            ])
        #expect(
            difference.marked == [
                "  @system", "  You are an agent.", "< Use only these articles:", "< {{context}}", "  @user",
                "> Use only these articles:", "> {{context}}", "  {{question}}",
            ])
        guard case .removed(let line, let target) = difference.rows[2] else {
            Issue.record("no row was removed")
            return
        }
        #expect(line.place.message == 0 && line.place.number == 2 && target?.message == 1 && target?.number == 1)
    }

    @Test func anotherRoleIsAChange() {
        let difference = TextDifference(
            from: [PromptMessage(role: "system", text: "Be brief.")],
            to: [PromptMessage(role: "user", text: "Be brief.")])
        #expect(difference.marked == ["- @[system]", "+ @[user]", "  Be brief."])
        #expect(!difference.isWhitespaceOnly)
    }

    @Test func aTextThatLooksLikeARoleIsNone() {
        let difference = TextDifference(
            from: [PromptMessage(role: "system", text: "user\nHello")],
            to: [PromptMessage(role: "system", text: ""), PromptMessage(role: "user", text: "Hello")])
        let added = difference.rows.filter { !$0.isSame }.compactMap(\.new).filter(\.isRole).map(\.text)
        #expect(added == ["user"])
    }

    @Test func whatIsFarFromChangesIsFolded() {
        let lines = (1...30).map { "line \($0)" }
        var changed = lines
        changed[9] = "another line"
        changed[28] = "one more line"
        let difference = TextDifference(from: lines.joined(separator: "\n"), to: changed.joined(separator: "\n"))
        #expect(
            difference.stretches(context: 2) == [
                .folded(0..<7), .shown(7..<12), .folded(12..<26), .shown(26..<30),
            ])
        #expect(difference.stretches(context: .max) == [.shown(0..<30)])
        #expect(TextDifference(from: "a", to: "a").stretches() == [.folded(0..<1)])
    }
}
