import Configuration
import Domain
import Testing

@Suite struct RolloutFileTests {
    private static let good = """
        app: bot
        from: bot@r1
        to: bot@r2
        steps:
          - shadow: {duration: 20m}
          - setWeight: 5
          - pause: {duration: 15m}
          - pause: {}
          - setWeight: 50%
            on_timeout: rollback
          - approval: {roles: [editor, approver], count: 2}
          - setWeight: 100
        gates:
          - {metric: error_rate, margin: 1pp, rollback_margin: 0}
          - {metric: "score:quality", range: [1, 5], margin: 0.1}
          - {metric: latency_p95, mode: watch}
        timeout: 6h
        """

    @Test func theWordsOfArgoRolloutsAreRead() throws {
        let plan = try RolloutFile(parsing: Self.good, file: "r.yaml").plan
        #expect(plan.steps.map(\.weight) == [nil, 0.05, 0.5, 1])
        #expect(plan.steps[0].soak == .minutes(20))
        #expect(plan.steps[1].soak == .minutes(15))
        #expect(plan.steps[1].approval == .init(roles: [.approver], count: 1))
        #expect(plan.steps[2].approval == .init(roles: [.editor, .approver], count: 2))
        #expect(plan.steps.map(\.onTimeout) == [.hold, .hold, .rollback, .hold])
        #expect(plan.steps.allSatisfy { $0.timeout == .hours(6) })
        #expect(plan.gates.map(\.margin.absolute) == [0.01, 0.1, 0])
        #expect(plan.gates.map(\.isRequired) == [true, true, false])
        #expect(plan.needsFourEyes)
    }

    @Test(arguments: [
        ("setWeight: 50%", "setWeight: 3", 9, "weights must ascend"),
        ("setWeight: 100", "setWeight: 90", 5, "the last must have the weight 100"),
        ("margin: 1pp", "margin: much", 14, "must be a margin such as 1pp"),
        ("latency_p95", "latency_p96", 16, "must be one of error_rate"),
        ("latency_p95, mode: watch", "latency_p95, margin: 0.2", 16, "must be a percentage"),
        ("to: bot@r2", "to: bot@r1", 3, "serves already"),
        ("  - shadow", "  - pause: 5m\\n  - shadow", 5, "a pause comes after"),
        ("setWeight: 5\n", "setWeigth: 5\n", 6, "did you mean setWeight?"),
    ])
    func mistakesAreNamedByLine(what: String, with: String, line: Int, message: String) throws {
        let text = Self.good.replacing(what, with: with.replacing("\\n", with: "\n"), maxReplacements: 1)
        let error = #expect(throws: ConfigurationError.self) { try RolloutFile(parsing: text, file: "r.yaml") }
        let isNamed = error?.problems.contains { $0.line == line && $0.message.contains(message) }
        #expect(isNamed == true, "\(error?.description ?? "")")
    }

    @Test func nothingIsNoPlan() {
        #expect(throws: ConfigurationError.self) { try RolloutFile(parsing: "", file: "r.yaml") }
        #expect(throws: ConfigurationError.self) { try RolloutFile(parsing: "[1]", file: "r.yaml") }
    }
}
