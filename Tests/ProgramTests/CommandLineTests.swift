import Foundation
import Testing

/// What was posted, read back by every command.
@Suite struct CommandLineTests {
    @Test("stats counts what was posted")
    func stats() throws {
        let traffic = try SampleTraffic()
        let stats: Stats = try traffic.ask("stats", "--json", "--by", "model").decoded()
        #expect(stats.by == ["model"])
        let expected = Dictionary(grouping: traffic.calls, by: \.model)
        #expect(Set(stats.rows.map { $0.key["model"] }) == ["gpt-4o", "gpt-4o-mini"])
        for row in stats.rows + [stats.total] {
            let calls = (row.key["model"] ?? nil).map { expected[$0] ?? [] } ?? traffic.calls
            #expect(row.calls == calls.count)
            #expect(row.errors == calls.filter(\.isError).count)
            #expect(row.inputTokens == calls.reduce(0) { $0 + Int($1.inputTokens) })
            #expect(row.outputTokens == calls.reduce(0) { $0 + Int($1.outputTokens) })
            // Missing is null, not nothing.
            #expect(row.cacheReadTokens == nil)
            #expect(row.unpricedCalls == 0)
            let slowest = Double(calls.map(\.milliseconds).max() ?? 0)
            let greatest = try #require(row.durationMs["max"] ?? nil)
            #expect(abs(greatest - slowest) <= slowest * 0.02)
        }
        // $2.50 and $10 a million tokens, $0.15 and $0.60: the rows add up to the total.
        let cost = stats.rows.reduce(0) { $0 + ($1.costUsd ?? .nan) }
        #expect(abs(cost - (stats.total.costUsd ?? .nan)) < 1e-9)
        #expect(try traffic.ask("stats").output.contains("24"))
    }

    @Test("requests lists them, and request shows what was said")
    func requests() throws {
        let traffic = try SampleTraffic()
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let lines = try traffic.ask("requests", "--json", "--limit", "100", "--sort", "slowest").lines
        let listed = try lines.map { try decoder.decode(Request.self, from: Data($0.utf8)) }
        let slowestFirst = traffic.calls.sorted { $0.milliseconds > $1.milliseconds }
        #expect(listed.map(\.spanId) == slowestFirst.map(\.spanID))
        #expect(listed.map(\.durationMs) == slowestFirst.map { Double($0.milliseconds) })
        #expect(listed.map(\.status) == slowestFirst.map { $0.isError ? "error" : "ok" })
        let failed = try traffic.ask("requests", "--json", "--filter", "status:error model:gpt-4o-mini latency>0.5s")
            .lines
        #expect(
            failed.count == traffic.calls.count { $0.isError && $0.model == "gpt-4o-mini" && $0.milliseconds > 500 })

        let call = traffic.calls[0]
        let trace: Trace = try traffic.ask("request", call.traceID, "--json").decoded()
        #expect(trace.traceId == call.traceID)
        let span = try #require(trace.spans.first)
        #expect(span.spanId == call.spanID && span.parentSpanId == nil && span.kind == "client" && span.name == "chat")
        #expect(span.input.first?.role == "user")
        #expect(span.input.first?.parts.first?.text == call.question)
        #expect(try traffic.ask("request", call.traceID).output.contains(call.question))
    }

    @Test("a filter is completed from what the store holds")
    func completion() throws {
        let traffic = try SampleTraffic()
        let filter = "status:error model:gpt"
        // What the completion script of a shell asks: the option, the word and the place in it, the words.
        let ending = try headframe(
            ["---completion", "stats", "--", "--filter", "5", String(filter.utf8.count)]
                + ["headframe", "stats", "--store", traffic.store, "--filter", filter],
            environment: ["SAP_SHELL": "bash"])
        #expect(ending.status == 0)
        #expect(Set(ending.lines) == ["status:error model:gpt-4o", "status:error model:gpt-4o-mini"])
    }

    @Test("sql answers as JSON and as CSV")
    func sql() throws {
        struct Sum: Decodable, Equatable {
            let model: String
            let calls: Int
            let tokens: Int
        }
        let traffic = try SampleTraffic()
        let query =
            "SELECT request_model AS model, count(*) AS calls, sum(input_tokens) AS tokens FROM calls GROUP BY 1"
        let sums: [Sum] = try traffic.ask("sql", query, "--json").decoded()
        let expected = Dictionary(grouping: traffic.calls, by: \.model)
            .map { Sum(model: $0, calls: $1.count, tokens: $1.reduce(0) { $0 + Int($1.inputTokens) }) }
            .sorted { $0.model < $1.model }
        #expect(sums.sorted { $0.model < $1.model } == expected)
        let csv = try traffic.ask("sql", query, "--csv").lines
        #expect(csv.first == "model,calls,tokens")
        #expect(Set(csv.dropFirst()) == Set(expected.map { "\($0.model),\($0.calls),\($0.tokens)" }))
    }

    @Test("a screenshot is complete and says what stats says", arguments: [(80, 24), (120, 40), (200, 60)])
    func screenshot(_ width: Int, _ height: Int) throws {
        let traffic = try SampleTraffic()
        let stats: Stats = try traffic.ask("stats", "--json", "--by", "model").decoded()
        let screen = try traffic.ask("screenshot", "overview", "--size", "\(width)x\(height)").lines
        #expect(screen.count == height)
        // Everything drawn here takes one column.
        #expect(screen.allSatisfy { $0.unicodeScalars.count == width })
        let first = try #require(screen.first)
        #expect(first.contains("headframe") && first.contains("support-bot") && first.contains("● live"))
        for row in stats.rows {
            let model = try #require(row.key["model"] ?? nil)
            // A row of the breakdown: the marker of the selection or a blank, then the name alone.
            let line = screen.first {
                $0.split(separator: " ").map { $0.drop { "│▸".contains($0) } }.contains { $0 == model }
            }
            let words = try #require(line).split(separator: " ")
            for percentile in ["p50", "p95"] {
                let seconds = try #require(row.durationMs[percentile] ?? nil) / 1000
                #expect(words.contains { $0 == threeDigits(seconds) }, "\(percentile) of \(model)")
            }
            #expect(words.contains { $0 == twoDigits(100 * Double(row.errors) / Double(row.calls)) })
        }
        let percentile = try #require(stats.total.durationMs["p95"] ?? nil)
        let numbers = screen.prefix(4).joined(separator: " ")
        #expect(numbers.contains("p95 \(threeDigits(percentile / 1000))"))
        #expect(numbers.contains("err \(twoDigits(100 * Double(stats.total.errors) / Double(stats.total.calls))) %"))
        if width >= 120 { #expect(screen.last?.contains("24 requests") == true) }
    }

    private func threeDigits(_ value: Double) -> String { String(format: value < 10 ? "%.2f" : "%.1f", value) }
    private func twoDigits(_ value: Double) -> String { String(format: value < 10 ? "%.1f" : "%.0f", value) }

    @Test("doctor finds everything in order, and says what is not")
    func doctor() throws {
        let traffic = try SampleTraffic()
        let healthy = try traffic.ask("doctor")
        #expect(healthy.status == 0)
        #expect(healthy.output.contains("collector: running (pid \(traffic.daemon.process.processID))"))
        #expect(healthy.output.contains("24 spans"))
        try traffic.daemon.stop()
        let stopped = try traffic.ask("doctor")
        #expect(stopped.output.contains("collector: not running"))
        #expect(stopped.output.contains("start headframed --store \(traffic.store)"))
        let missing = try headframe(["doctor", "--store", traffic.directory.path + "/none"])
        #expect(missing.status == 1)
        #expect(missing.output.contains("there is no such directory"))
    }

    @Test("a reader that goes away is no error")
    func closedPipe() throws {
        let traffic = try SampleTraffic()
        let pipeline = "{ \"$0\" requests --json --store \"$1\" --limit 100; echo \"status $?\" >&2; } | head -c 1"
        let ending = try ChildProcess("sh", ["-c", pipeline, Programs.console, traffic.store]).end()
        #expect(ending.output == "{")
        #expect(ending.errors == "status 0\n")
    }
}
