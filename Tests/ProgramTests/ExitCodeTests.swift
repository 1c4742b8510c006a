import Foundation
import Glibc
import Testing

/// The exit codes on which scripts rely, and what is said with them.
@Suite struct ExitCodeTests {
    @Test(
        "a mistake in the arguments is 64 and says what would be right",
        arguments: [
            (["nonsense"], "nonsense"),
            (["stats", "--last", "soon"], "write a length such as 15m"),
            (["stats", "--from", "whenever"], "write a moment such as"),
            (["stats", "--last", "1h", "--from", "2h"], "exclude each other"),
            (["stats", "--by", "colour"], "use environment, service"),
            (["requests", "--sort", "best"], "worst, newest, oldest, slowest, costliest"),
            (["requests", "--limit", "0"], "at least 1"),
            (["request", "4f1c"], "32 hexadecimal digits"),
            (["sql", "SELECT 1", "--json", "--csv"], "exclude each other"),
            (["sql", "SELECT * FROM colours"], "no such table: colours"),
            (["sql", "DELETE FROM calls"], "sql"),
            (["screenshot", "kitchen"], "the panes are: overview"),
            (["screenshot", "--size", "big"], "big"),
            (["demo", "--scenario", "armageddon"], "calm, slow-canary, errors"),
            (["demo", "--speed", "0"], "between 1 and 1000"),
            (["demo", "--headless", "-1"], "headless"),
        ])
    func usage(_ arguments: [String], _ message: String) throws {
        let directory = try TemporaryDirectory()
        let daemon = try Daemon(in: directory)
        defer { withExtendedLifetime(daemon) {} }
        let store = arguments[0] == "demo" ? [] : ["--store", directory.store]
        let ending = try headframe(arguments + store)
        #expect(ending.status == 64)
        #expect(ending.output == "")
        #expect(ending.errors.contains(message), "\(ending.errors)")
    }

    @Test(
        "a mistake in a filter is pointed at",
        arguments: [
            ("status:error latncy>3s", 13), ("latency>fast", 8), ("status:error )", 13), ("model:\"gpt", 6),
        ])
    func filter(_ filter: String, _ offset: Int) throws {
        let directory = try TemporaryDirectory()
        let daemon = try Daemon(in: directory)
        defer { withExtendedLifetime(daemon) {} }
        for command in ["stats", "requests"] {
            let ending = try headframe([command, "--filter", filter, "--store", directory.store])
            #expect(ending.status == 64)
            let lines = ending.errors.split(separator: "\n").map(String.init)
            let quoted = try #require(lines.firstIndex { $0 == "  " + filter }, "\(ending.errors)")
            #expect(
                lines.dropFirst(quoted + 1).first == "  " + String(repeating: " ", count: offset) + "^")
        }
    }

    @Test(
        "no store, and no such trace, is 66",
        arguments: [["stats"], ["requests"], ["sql", "SELECT 1"], ["screenshot"]])
    func notFound(_ arguments: [String]) throws {
        let directory = try TemporaryDirectory()
        for store in [directory.path + "/none", "/dev/null"] {
            let ending = try headframe(arguments + ["--store", store])
            #expect(ending.status == 66)
            #expect(ending.errors.contains(store))
        }
        #expect(directory.names.isEmpty)
    }

    @Test("a trace that is not there is 66")
    func noTrace() throws {
        let traffic = try SampleTraffic()
        let id = String(repeating: "ab", count: 16)
        let ending = try traffic.ask("request", id)
        #expect(ending.status == 66)
        #expect(ending.errors.contains(id))
    }

    @Test("a store of a newer version is 65, and not a byte of it changes", arguments: ["control.db", "segments"])
    func newerSchema(_ part: String) throws {
        let traffic = try SampleTraffic()
        try traffic.daemon.stop()
        let folder = traffic.store + "/" + part
        let file =
            part == "control.db"
            ? folder
            : folder + "/"
                + (try #require(
                    FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".db") }))
        // SQLite's header keeps user_version in the bytes 60 to 63.
        let handle = try #require(FileHandle(forUpdatingAtPath: file))
        try handle.seek(toOffset: 60)
        try handle.write(contentsOf: [0, 0, 0x7F, 0])
        try handle.close()
        let before = FileManager.default.contents(atPath: file)
        let daemon = try Daemon.start(in: traffic.directory).end()
        #expect(daemon.status == 65)
        #expect(daemon.errors.contains("newer version"))
        guard part == "segments" else { return }  // what readers need does not lie in control.db
        for arguments in [["stats"], ["requests"], ["sql", "SELECT count(*) FROM calls"], ["screenshot"]] {
            let ending = try headframe(arguments + ["--store", traffic.store])
            #expect(ending.status == 65, "\(arguments): \(ending.output)\(ending.errors)")
            #expect(ending.errors.contains("use the newer program"))
        }
        #expect(FileManager.default.contents(atPath: file) == before)
    }

    @Test("a mistake in the configuration is 78 and names the place")
    func configuration() throws {
        let traffic = try SampleTraffic()
        let file = traffic.directory.path + "/config.yaml"
        try Data("console:\n  theme: dark\n  colour: green\n".utf8).write(to: URL(filePath: file))
        let ending = try traffic.ask("screenshot", "--config", file)
        #expect(ending.status == 78)
        #expect(ending.errors.contains("config.yaml:3:3: unknown key"), "\(ending.errors)")
        let theme = try traffic.ask("screenshot", "--theme", "plaid")
        #expect(theme.status == 78)
        #expect(theme.errors.contains("the themes are: dark, light"))
    }

    @Test("the console without a terminal is 78 and says what to use instead")
    func noTerminal() throws {
        let traffic = try SampleTraffic()
        let ending = try traffic.ask()
        #expect(ending.status == 78)
        #expect(ending.errors.contains("needs a terminal"))
        #expect(ending.errors.contains("headframe --help"))
    }
}
