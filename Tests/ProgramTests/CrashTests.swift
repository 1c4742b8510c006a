import Glibc
import Testing

/// What is left when the daemon ends in the middle of its work.
@Suite struct CrashTests {
    @Test("kill -9 under load, again and again, loses nothing acknowledged and doubles nothing")
    func kill() throws {
        let directory = try TemporaryDirectory()
        let load = Load()
        for round in 1...6 {
            let daemon = try Daemon(in: directory)
            let enough = load.acknowledged.count + 150 * round
            try load.run(on: daemon.port) {
                defer { daemon.process.send(SIGKILL) }
                try waitUntil("\(enough) spans are acknowledged") { load.acknowledged.count >= enough }
            }
            #expect(try daemon.process.end().status == -SIGKILL)
        }
        #expect(load.refused == [])
        let daemon = try Daemon(in: directory)
        load.finish(on: daemon.port)
        try expectExactly(load.acknowledged, in: directory.store)
        withExtendedLifetime(daemon) {}
    }

    @Test("SIGTERM under load ends with 0 within five seconds and loses nothing acknowledged")
    func terminate() throws {
        let directory = try TemporaryDirectory()
        let load = Load()
        let daemon = try Daemon(in: directory)
        var begin = ContinuousClock.now
        try load.run(on: daemon.port) {
            defer {
                begin = .now
                daemon.process.send(SIGTERM)
            }
            try waitUntil("500 spans are acknowledged") { load.acknowledged.count >= 500 }
        }
        #expect(try daemon.process.end().status == 0)
        #expect(ContinuousClock.now - begin < .seconds(5))
        // A daemon that is stopping may say so; it says nothing else.
        #expect(load.refused.allSatisfy { $0 == 503 })
        let acknowledged = load.acknowledged
        let stored = try storedSpans(in: directory.store)
        #expect(Set(stored).isSuperset(of: acknowledged.map(Call.spanID)))
        #expect(Set(stored).count == stored.count)
    }

    @Test("a second daemon ends with 75 and names the first, which goes on")
    func secondDaemon() throws {
        let traffic = try SampleTraffic()
        let begin = ContinuousClock.now
        let second = try Daemon.start(in: traffic.directory).end()
        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(second.status == 75)
        #expect(second.errors.contains("process id \(traffic.daemon.process.processID)"))
        #expect(second.errors.contains("choose another directory with --store"))
        #expect(traffic.daemon.post(Call.body([Call(number: 99, start: traffic.calls[0].start)])) == 200)
        let stats: Stats = try traffic.ask("stats", "--json").decoded()
        #expect(stats.total.calls == traffic.calls.count + 1)
    }

    /// Every span once, and the totals that are kept equal to a count over the rows.
    private func expectExactly(_ numbers: Set<UInt64>, in store: String) throws {
        let expected = numbers.map(Call.spanID)
        #expect(try storedSpans(in: store).sorted() == expected.sorted())
        struct Count: Decodable {
            let calls: Int
            let errors: Int
            let input: Int
            let output: Int
            let cost: Double
        }
        let query = """
            SELECT count(*) AS calls, sum(status = 'error') AS errors, sum(input_tokens) AS input, \
            sum(output_tokens) AS output, sum(cost_usd) AS cost FROM calls
            """
        let counts: [Count] = try headframe(["sql", query, "--json", "--last", "1h", "--store", store]).decoded()
        let count = try #require(counts.first)
        let stats: Stats = try headframe(["stats", "--json", "--last", "1h", "--store", store]).decoded()
        #expect(stats.total.calls == numbers.count)
        #expect(stats.total.calls == count.calls)
        #expect(stats.total.errors == count.errors)
        #expect(stats.total.inputTokens == count.input)
        #expect(stats.total.outputTokens == count.output)
        #expect(abs((stats.total.costUsd ?? .nan) - count.cost) < 1e-9 * count.cost)
    }

    private func storedSpans(in store: String) throws -> [String] {
        let query = ["sql", "SELECT span_id FROM spans", "--csv", "--last", "1h"]
        return try Array(headframe(query + ["--store", store]).lines.dropFirst())
    }
}
