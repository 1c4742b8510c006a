import Domain
import Foundation
import Glibc
import Testing

/// The console on a terminal, by its keys and by what it does to the terminal.
@Suite struct ConsoleTests {
    @Test("the first screen, the help, the command line, groupings, ranges, times, pause")
    func keys() throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(columns: 120, rows: 40)
        try window.runConsole(traffic.store, until: "24 requests")
        #expect(window.screen.contains("● live"))
        #expect(window.screen.contains("By model"))

        try window.type("?")
        try window.wait(for: "Commands and keys")
        try window.press("Escape")
        try window.waitForEnd(of: "Commands and keys")

        try window.type(":the")
        try window.wait(for: ":the")
        try window.press("Tab")
        try window.wait(for: ":theme")
        try window.type(" nor")
        try window.press("Tab")
        try window.wait(for: ":theme nord")
        try window.press("Enter")
        try window.waitForEnd(of: ":theme nord")
        try window.type(":nonsense")
        try window.press("Enter")
        try window.wait(for: "there is no command nonsense")
        try window.press("Escape")

        try window.type("g")
        try window.waitForEnd(of: "By model")
        try window.type("t")
        try window.wait(for: "last 24 h")
        try window.press("Escape")
        try window.waitForEnd(of: "last 24 h")

        try window.type("@03:12")
        try window.press("Enter")
        try window.wait(for: "⟲ 03:12")
        try window.type(":live")
        try window.press("Enter")
        try window.wait(for: "● live")
        try window.press("Space")
        try window.wait(for: "‖ paused")

        try window.type("q")
        try window.wait(for: "status 0")
        #expect(try window.isRestored)
    }

    @Test("the screen is saved to a file, but over none")
    func save() throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(columns: 160)
        try window.runConsole(traffic.store, until: "24 requests")
        let file = traffic.directory.path + "/screen.txt"
        for notice in ["screen saved to \(file)", "screen not saved to \(file): File exists"] {
            try window.type(":screenshot \(file)")
            try window.press("Enter")
            try window.wait(for: notice)
        }
        let saved = try String(contentsOfFile: file, encoding: .utf8)
        #expect(saved.contains("24 requests"))
        #expect(saved.split(separator: "\n").count == 24)
    }

    @Test("every size is drawn whole, and none ends it")
    func sizes() throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(columns: 120, rows: 40)
        try window.runConsole(traffic.store, until: "24 requests")
        for (columns, rows) in [(80, 24), (60, 16), (200, 60)] {
            try window.resize(columns: columns, rows: rows)
            // The footer is in the last row, and the rule above it as wide as the window.
            try waitUntil("a screen of \(columns)x\(rows):\n\(window.screen)") {
                let lines = window.screen.split(separator: "\n", omittingEmptySubsequences: false)
                return lines.count >= rows && lines[rows - 1].hasPrefix(" Enter open")
                    && lines[rows - 2].unicodeScalars.count == columns && lines[0].contains("● live")
            }
        }
        try window.resize(columns: 20, rows: 5)
        try window.wait(for: "needs 60x16")
        try window.resize(columns: 80, rows: 24)
        try window.wait(for: "● live")
        try window.type("q")
        try window.wait(for: "status 0")
        #expect(try window.isRestored)
    }

    @Test(
        "the terminal is given back by every death",
        arguments: [(SIGTERM, "status 0"), (SIGHUP, "status 0"), (SIGINT, "status 0"), (SIGSEGV, "status 139")])
    func death(_ signal: Int32, _ status: String) throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow()
        try window.runConsole(traffic.store, until: "● live")
        #expect(try window.isRestored == false)
        try window.signal(signal)
        try window.wait(for: status)
        #expect(try window.isRestored)
    }

    @Test("Ctrl-Z gives the terminal back, and fg takes it again")
    func suspend() throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow()
        try window.runConsole(traffic.store, until: "● live")
        try window.press("C-z")
        try window.wait(for: "Stopped")
        #expect(try window.isRestored)
        try window.type("fg")
        try window.press("Enter")
        try window.wait(for: "● live")
        #expect(try window.isRestored == false)
        try window.type("q")
        try waitUntil("the end") { try window.isRestored }
    }

    @Test("without UTF-8 it draws with ASCII")
    func ascii() throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(environment: ["LC_ALL": "C"])
        try window.runConsole(traffic.store, until: "o live")
        let isASCII = window.screen.utf8.allSatisfy { $0 < 0x80 }
        #expect(isASCII)
        #expect(window.screen.contains("+ Latency, s -"))
    }

    @Test("without colours nothing is lost", arguments: [["NO_COLOR": "1"], ["TERM": "vt220"]])
    func noColour(_ environment: [String: String]) throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(environment: environment)
        try window.startRecording()
        try window.runConsole(traffic.store, until: "● live")
        #expect(window.screen.contains("▸gpt-4o"))
        let bytes = try window.stopRecording()
        #expect(TerminalBytes(bytes).colours.isEmpty)
    }

    @Test("a terminal that cannot be drawn on is refused in words", arguments: ["dumb", ""])
    func refused(_ terminal: String) throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(columns: 200, environment: ["TERM": terminal])
        try window.runConsole(traffic.store, until: "status 78")
        #expect(window.screen.contains("TERM"))
        #expect(try window.isRestored)
    }

    @Test("a daemon that goes away is named within seconds, and so is its return")
    func daemonGone() throws {
        let traffic = try SampleTraffic()
        let window = try TerminalWindow(columns: 120, rows: 40)
        try window.runConsole(traffic.store, until: "● live")
        traffic.daemon.process.send(SIGKILL)
        let start = ContinuousClock.now
        try window.wait(for: "collector not running")
        #expect(ContinuousClock.now - start < .seconds(20))
        let again = try Daemon(in: traffic.directory)
        try window.wait(for: "behind")
        try window.waitForEnd(of: "collector not running")
        withExtendedLifetime(again) {}
    }

    @Test("a store that is not there yet is waited for, and shows as soon as it comes")
    func storeComes() throws {
        let directory = try TemporaryDirectory()
        let window = try TerminalWindow(columns: 120, rows: 40)
        try window.runConsole(directory.store, until: "start headframed")
        let daemon = try Daemon(in: directory)
        try window.wait(for: "No telemetry yet")
        try window.wait(for: "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:\(daemon.port)")
        #expect(daemon.post(Call.body([Call(number: 1, start: SystemClock().now().advanced(by: -.seconds(2)))])) == 200)
        try window.wait(for: "1 request")
    }
}
