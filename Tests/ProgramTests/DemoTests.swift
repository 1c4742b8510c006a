import Glibc
import Testing

/// The whole house at once, without a terminal.
@Suite struct DemoTests {
    @Test("the slow canary stands out, and nothing is left behind", arguments: ["7", "1234"])
    func slowCanary(_ seed: String) throws {
        let directory = try TemporaryDirectory()
        let demo = ["demo", "--headless", "2", "--scenario", "slow-canary", "--history", "3m", "--seed", seed]
        let ending = try headframe(demo, environment: ["TMPDIR": directory.path])
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        let stable = try percentile95("support-answer@r41", in: ending.lines)
        let canary = try percentile95("support-answer@r42", in: ending.lines)
        #expect(canary >= 2 * stable, "\(ending.output)")
        #expect(directory.names.isEmpty)
    }

    @Test("ended early, it tidies up", arguments: [SIGINT, SIGTERM, SIGHUP])
    func endedEarly(_ signal: Int32) throws {
        let directory = try TemporaryDirectory()
        let demo = ["demo", "--headless", "600"]
        let process = try ChildProcess(Programs.console, demo, environment: ["TMPDIR": directory.path])
        // While the past is filled in.
        try waitUntil("something is stored") {
            directory.names.contains { !TemporaryDirectory.names(in: "\(directory.path)/\($0)/segments").isEmpty }
        }
        process.send(signal)
        #expect(try process.end().status == 0)
        #expect(directory.names.isEmpty)
    }

    @Test("without a terminal and without --headless it says so at once")
    func noTerminal() throws {
        let directory = try TemporaryDirectory()
        let ending = try headframe(["demo"], environment: ["TMPDIR": directory.path])
        #expect(ending.status == 78)
        #expect(ending.errors.contains("--headless"))
        #expect(directory.names.isEmpty)
    }

    /// The sixth column of the release's row: a percentile in seconds.
    private func percentile95(_ release: String, in lines: [String]) throws -> Double {
        let header = try #require(lines.first { $0.hasPrefix("RELEASE") })
        let row = try #require(lines.first { $0.hasPrefix(release) })
        // Columns are aligned at their right ends.
        let end = try #require(header.firstRange(of: "P95")?.upperBound)
        let width = header.distance(from: header.startIndex, to: end)
        let words = row.prefix(width).split(separator: " ")
        return try #require(words.dropLast().last.flatMap { Double($0) }, "\(row)")
    }
}
