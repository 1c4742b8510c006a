import Foundation
import Testing

/// `headframe export requests`, whole and interrupted.
@Suite struct ExportCommandTests {
    @Test(
        "an export cut behind any row goes on, and the file is as if nothing had happened", arguments: ["jsonl", "csv"])
    func resume(_ ending: String) throws {
        let traffic = try SampleTraffic()
        try traffic.daemon.stop()
        let file = traffic.directory.path + "/calls." + ending
        let range = ["--from", "2026-01-01T00:00:00Z", "--until", "2100-01-01T00:00:00Z"]
        let whole = try headframe(["export", "requests", "--to", file, "--store", traffic.store] + range)
        #expect(whole.status == 0, "\(whole.errors)")
        let expected = try #require(FileManager.default.contents(atPath: file))
        let lines = expected.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { $0 + [0x0A] }
        let head = ending == "csv" ? 1 : 0
        #expect(lines.count == traffic.calls.count + head)
        let segment = try #require(
            try FileManager.default.contentsOfDirectory(atPath: traffic.store + "/segments").first {
                $0.hasSuffix(".db")
            })
        for rows in stride(from: 1, through: traffic.calls.count, by: 5) {
            try FileManager.default.removeItem(atPath: file)
            let done = Data(lines.prefix(rows + head).joined())
            // Half a row that no state knows of was written, too.
            try (done + Data("{\"torn".utf8)).write(to: URL(filePath: file + ".partial"))
            let state = """
                {"what":"requests","filter":"","from":"2026-01-01T00:00:00Z","to":"2100-01-01T00:00:00Z","segment":"\(segment)",\
                "row":\(rows),"bytes":\(done.count),"rows":\(rows)}
                """
            try Data(state.utf8).write(to: URL(filePath: file + ".partial.state"))
            let rest = try headframe(["export", "requests", "--to", file, "--resume", "--store", traffic.store])
            #expect(rest.status == 0, "\(rest.errors)")
            #expect(FileManager.default.contents(atPath: file) == expected, "cut behind \(rows)")
            for more in [".partial", ".partial.state"] {
                #expect(!FileManager.default.fileExists(atPath: file + more))
            }
        }
    }

    @Test("what cannot be gone on with, or is damaged, has its code")
    func codes() throws {
        let traffic = try SampleTraffic()
        let file = traffic.directory.path + "/calls.jsonl"
        #expect(try traffic.ask("export", "requests", "--to", file, "--resume").status == 66)
        #expect(try traffic.ask("export", "requests", "--to", "calls.txt").status == 64)
        #expect(try traffic.ask("export", "requests", "--to", "-", "--resume").status == 64)
        #expect(try traffic.ask("export", "nothing", "--to", file).status == 64)
        #expect(try traffic.ask("export", "scores", "--to", file, "--from", "never").status == 64)
        let none = traffic.directory.path + "/none"
        #expect(try headframe(["export", "requests", "--to", file, "--store", none]).status == 66)
        #expect(try headframe(["open", none]).status == 66)
        let damaged = traffic.directory.path + "/damaged.db"
        try Data(repeating: 7, count: 20_000).write(to: URL(filePath: damaged))
        for arguments in [["open", damaged], ["stats", "--store", damaged]] {
            #expect(try headframe(arguments).status == 65, "\(arguments)")
        }
    }
}
