import Domain
import Foundation
import Testing

/// `headframe export incident`, and the commands over the file that it makes.
@Suite struct IncidentCommandTests {
    /// The commands that read a store, with arguments.
    private static let questions: [[String]] = [
        ["stats", "--json", "--by", "model", "--last", "1h"], ["requests", "--json", "--last", "1h", "--limit", "50"],
        ["sql", "SELECT trace_id, model, input_tokens FROM calls ORDER BY 1", "--json", "--last", "1h"],
    ]

    @Test("says what the store says, also from a directory that cannot be written")
    func sameAnswers() throws {
        let traffic = try SampleTraffic()
        let folder = traffic.directory.path + "/mailed"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let file = folder + "/incident.db"
        let ending = try traffic.ask("export", "incident", "--from", "1h", "--to-file", file)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("24 traces, 24 spans"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["incident.db"])
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
        for question in Self.questions + [["request", traffic.calls[3].traceID, "--json"]] {
            let (known, found) = (
                try headframe(question + ["--store", traffic.store]), try headframe(question + ["--store", file])
            )
            #expect((known.status, found.errors, found.status) == (0, "", 0), "\(question)")
            #expect(Self.withoutTimes(found.output) == Self.withoutTimes(known.output))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["incident.db"])
    }

    @Test("is written over no other file, and needs a range")
    func refusals() throws {
        let traffic = try SampleTraffic()
        let file = traffic.directory.path + "/incident.db"
        try Data("mine".utf8).write(to: URL(filePath: file))
        let existing = try traffic.ask("export", "incident", "--from", "1h", "--to-file", file)
        #expect(existing.status == 64 && existing.errors.contains("already"))
        #expect(FileManager.default.contents(atPath: file) == Data("mine".utf8))
        let endless = try traffic.ask("export", "incident", "--to-file", file + "2")
        #expect(endless.status == 64)
        let none = try headframe([
            "export", "incident", "--from", "1h", "--to-file", file + "2", "--store", "/dev/null",
        ])
        #expect(none.status == 66)
        #expect(!FileManager.default.fileExists(atPath: file + "2"))
    }

    @Test("masked, it tells no address, and is read as before")
    func masked() throws {
        let directory = try TemporaryDirectory()
        let daemon = try Daemon(in: directory)
        let start = SystemClock().now().advanced(by: -.seconds(20))
        let calls = (UInt64(1)...5).map { number in
            var call = Call(number: number, start: start)
            call.question = "Where is it? Write to 192.168.7.\(number) or +49 30 901820."
            return call
        }
        guard daemon.post(Call.body(calls)) == 200 else { throw Failure("the calls were not taken") }
        let file = directory.path + "/incident.db"
        let ending = try headframe(
            ["export", "incident", "--from", "1h", "--to-file", file, "--masked", "--store", directory.store])
        #expect(ending.status == 0, "\(ending.errors)")
        let trace: Trace = try headframe(["request", calls[0].traceID, "--json", "--store", file]).decoded()
        let text = trace.spans.first?.input.first?.parts.first?.text
        #expect(text?.contains("[REDACTED:ipv4]") == true && text?.contains("192.168") == false, "\(text ?? "")")
        let stats: Stats = try headframe(["stats", "--json", "--last", "1h", "--store", file]).decoded()
        #expect(stats.total.calls == 5 && stats.total.inputTokens == 500)
    }

    /// The answer without the moments of asking, which differ.
    private static func withoutTimes(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.contains("\"from\"") && !$0.contains("\"to\"") }
    }
}
