import Domain
import Testing

@Suite struct Lint {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var usage = TokenUsage()
        var total: Int64?
        var flags: TelemetryFlags = []
        var isAnswered = true
        var rules: [LintRule] = []
    }

    static func audio(_ input: Int64?, _ output: Int64?) -> TokenUsage {
        var usage = TokenUsage(input: 10, output: 5)
        (usage.audioInput, usage.audioOutput) = (input, output)
        return usage
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing said"),
        Case(testDescription: "all in order", usage: TokenUsage(input: 10, output: 5, cacheRead: 10), total: 15),
        Case(testDescription: "a total of input only", usage: TokenUsage(input: 10, output: nil), total: 10),
        Case(
            testDescription: "a wrong total", usage: TokenUsage(input: 10, output: 5), total: 16,
            rules: [.totalMismatch]),
        Case(testDescription: "a total alone", total: 16),
        Case(
            testDescription: "a total without what was added",
            usage: TokenUsage(input: 110, output: 5, cacheRead: 90, cacheWrite: 10), total: 15,
            flags: .cacheOutsideInput, rules: [.cacheOutsideInput]),
        Case(
            testDescription: "a total with what was added",
            usage: TokenUsage(input: 110, output: 5, cacheRead: 100), total: 115, flags: .cacheOutsideInput,
            rules: [.cacheOutsideInput]),
        Case(
            testDescription: "reasoning added", usage: TokenUsage(input: 10, output: 55, reasoning: 50), total: 15,
            flags: .reasoningOutsideOutput, rules: [.reasoningOutsideOutput]),
        Case(testDescription: "audio within", usage: audio(10, 5)),
        Case(
            testDescription: "audio beyond", usage: audio(11, 6), rules: [.audioBeyondInput, .audioBeyondOutput]),
        Case(testDescription: "impossible", flags: [.usage, .clock], rules: [.impossibleCount]),
        Case(testDescription: "zeros, answered", usage: TokenUsage(input: 0, output: 0), rules: [.placeholderUsage]),
        Case(testDescription: "zeros, not answered", usage: TokenUsage(input: 0, output: 0), isAnswered: false),
        Case(testDescription: "a silent answer", usage: TokenUsage(input: 10, output: 0)),
    ]

    @Test(arguments: cases) func aCallIsJudged(_ example: Case) {
        let findings = LintFindings(
            of: example.usage, total: example.total, flags: example.flags, isAnswered: example.isAnswered)
        #expect(findings.rules == example.rules)
    }

    private func calls(_ all: (id: String?, input: Int64?, output: Int64?)...) -> [LintFindings.CountedCall] {
        all.map { LintFindings.CountedCall(responseID: $0.id, usage: TokenUsage(input: $0.input, output: $0.output)) }
    }

    @Test func theSameResponseIsCountedTwice() {
        let found = LintFindings.amongCalls(calls(("a", 1, 1), ("b", 5, 1), ("a", 2, 1), (nil, 9, 1), (nil, 8, 1)))
        #expect(found.map(\.rules) == [[.repeatedResponse], [], [.repeatedResponse], [], []])
    }

    @Test func aCallThatEqualsAllOthersIsASum() {
        let found = LintFindings.amongCalls(calls((nil, 10, 4), (nil, 30, 9), (nil, 20, 5), (nil, nil, nil)))
        #expect(found.map(\.rules) == [[], [.sumOfOthers], [], []])
    }

    @Test func equalCallsAreNoSums() {
        #expect(LintFindings.amongCalls(calls((nil, 10, 4), (nil, 10, 4))) == [[], []])
        #expect(LintFindings.amongCalls(calls((nil, 10, 4), (nil, 10, 4), (nil, 10, 4))) == [[], [], []])
        #expect(LintFindings.amongCalls(calls((nil, 10, 4), (nil, 20, 4), (nil, 30, 9))) == [[], [], []])
        #expect(LintFindings.amongCalls([]).isEmpty)
    }

    @Test func everyRuleHasANameAndASentenceOfItsOwn() {
        #expect(Set(LintRule.allCases.map(\.name)).count == LintRule.allCases.count)
        #expect(LintRule.allCases.allSatisfy { $0.sentence.hasSuffix(".") })
        #expect(
            LintRule.allCases.reduce(into: LintFindings()) { $0.insert(LintFindings($1)) }.rules == LintRule.allCases)
    }
}
