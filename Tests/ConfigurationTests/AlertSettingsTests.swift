import Configuration
import Domain
import Testing

/// Rules in the configuration.
@Suite struct AlertSettingsTests {
    @Test("rules, objectives and budgets are read")
    func everything() throws {
        let configuration = try Configuration(
            parsing: """
                alerts:
                  built_in: false
                  rules:
                    - name: slow answers
                      measure: latency p95
                      over: 5m
                      where: environment:production
                      by: [release]
                      warn: "> 2s"
                      page: "> 4s"
                      for: 2m
                      fewest_calls: 20
                      no_data: show
                      remind: 4h
                      group: [service]
                      summary: compare the releases
                    - {name: dear, measure: cost, than: 24h ago, warn: "> 3x", by: [service]}
                  objectives:
                    - {name: answers are fast, good: faster than 3s, target: 99.5%, period: 30d}
                  budgets:
                    - {name: spending, amount: $2000, page: 100%}
                """)
        let rules = configuration.alertRules
        #expect(rules.map(\.name) == ["slow answers", "dear", "answers are fast", "spending"])
        #expect(rules.first?.hold == .minutes(2))
        #expect(rules.first?.group == [.service])
        guard case .objective(let objective) = rules[2].condition, case .budget(let budget) = rules[3].condition else {
            Issue.record("not what was written")
            return
        }
        #expect(objective.good == .fasterThan(3))
        #expect(budget.warn == nil)
    }

    @Test("the built-in rules count unless they are replaced or turned off")
    func builtIn() throws {
        #expect(Configuration().alertRules == AlertRule.builtIn)
        let name = try #require(AlertRule.builtIn.first?.name)
        let configuration = try Configuration(
            parsing: "alerts: {rules: [{name: \(name), measure: errors, warn: \"> 5\"}]}")
        #expect(configuration.alertRules.count == AlertRule.builtIn.count)
        #expect(configuration.alertRules.first?.by == [])
        #expect(try Configuration(parsing: "alerts: {built_in: false}").alertRules.isEmpty)
    }

    @Test("a budget by app is one of each app, and of each service that belongs to none")
    func apps() throws {
        let rules = try Configuration(
            parsing: """
                apps:
                  support: {services: [api, worker]}
                  search: {prompts: [rank]}
                alerts:
                  built_in: false
                  budgets: [{name: spending, amount: $10, by: [app, model], where: environment:production}]
                """
        ).alertRules
        #expect(rules.map(\.name) == ["spending · search", "spending · support", "spending"])
        #expect(rules.map(\.by) == [[.model], [.model], [.service, .model]])
        #expect(rules[0].scope == (try Filter(parsing: "environment:production prompt:rank")))
        #expect(rules[1].scope == (try Filter(parsing: "environment:production service:api,worker")))
        #expect(rules[2].scope == (try Filter(parsing: "environment:production -service:api,worker")))
        #expect(try rules.allSatisfy { try AlertRule($0.draft) == $0 })
    }

    @Test("every mistake is named at its own line")
    func mistakes() throws {
        let text = """
            alerts:
              rules:
                - name: a
                  measure: latncy p95
                  warn: "> 2s"
                - name: b
                  measure: error_rate
                  warn: "> 100%"
                - name: c
                  measure: errors
                  where: user:anna
                  page: "> 5"
                - measure: errors
                  page: "> 5"
                - name: d
                  mesure: errors
                - name: e
                  measure: errors
                  page: "> 5"
                  for: 3x
                - name: f
                  measure: cost
                  warn: "> $5"
                  page: "> $2"
              objectives:
                - name: e2
                  good: no error
                  target: 100%
                - name: g
                  good: no error
                  target: 99%
              budgets:
                - name: g
                  amount: $5
                - {name: h, amount: free}
                - {name: i, amount: $5, by: [app, user]}
            """
        let error = #expect(throws: ConfigurationError.self) { try Configuration(parsing: text, file: "c.yaml") }
        let found = (error?.problems ?? []).map { ($0.line ?? 0, $0.message) }
        let expected: [(Int, String)] = [
            (4, "alerts.rules[0].measure: nothing is called 'latncy p95'; did you mean latency?"),
            (8, "alerts.rules[1].warn: would never fire"), (11, "alerts.rules[2].where: rules look at sums"),
            (13, "alerts.rules[3].name: a name is missing"), (16, "unknown key mesure in alerts.rules[4]"),
            (20, "alerts.rules[5].for: must be a length from 0s to 1d"),
            (24, "alerts.rules[6].page: must lie beyond warn"), (28, "alerts.objectives[0].target: must be a share"),
            (33, "alerts.budgets[0].name: g is the name of another rule"), (35, "alerts.budgets[1].amount: must be"),
            (36, "alerts.budgets[2].by: user stands alone"),
        ]
        #expect(found.map(\.0) == expected.map(\.0))
        for (problem, expectation) in zip(found, expected) {
            #expect(problem.1.hasPrefix(expectation.1), "\(problem.1)")
        }
    }

    @Test("a receiver that a rule names must be there")
    func receivers() throws {
        let text = """
            alerts:
              rules:
                - name: a
                  measure: errors
                  page: "> 5"
                  receivers: [oncall, nobody]
              receivers:
                - name: oncall
                  command: [/bin/true]
            """
        let error = #expect(throws: ConfigurationError.self) { try Configuration(parsing: text, file: "c.yaml") }
        #expect(
            error?.description
                == "c.yaml:6:27: alerts.rules[0].receivers: no receiver is called nobody; there are oncall")
        let right = try Configuration(parsing: text.replacing(", nobody", with: ""))
        #expect(right.alertRules.first?.receivers == ["oncall"])
    }

    @Test("the samples in the example are right", arguments: ["rules", "objectives", "budgets"])
    func samples(_ name: String) throws {
        let lines = Configuration.example.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex(of: "  \(name): []"))
        let sample = lines[(start + 1)...].prefix { $0.hasPrefix("  #   ") || $0 == "  # \(name):" }
            .map { "  " + $0.dropFirst(4) }
        let configuration = try Configuration(
            parsing: (["alerts:", "  built_in: false"] + sample).joined(separator: "\n"))
        #expect(configuration.alertRules.count >= 2)
    }
}
