import Domain
import Testing

/// Text that tries to act is drawn, and does nothing.
@Suite struct HostileTextTests {
    @Test("nothing in any field reaches the terminal but as text", arguments: [(80, 24), (160, 45)])
    func console(_ columns: Int, _ rows: Int) throws {
        let traffic = try HostileTraffic()
        let window = try TerminalWindow(columns: columns, rows: rows)
        try window.startRecording()
        try window.runConsole(traffic.store, until: "● live")
        // Every grouping, every row, the filters that come from rows, the help, completion over what was sent.
        for title in ["service", "release", "model", "prompt", "operation", "user"] {
            try window.type(":group \(title)")
            try window.press("Enter")
            try window.wait(for: columns < 100 ? "BY \(title.uppercased())" : "By \(title)")
            try window.press("G")
            try window.press("End", "Home", "Down", "Down")
            try window.type("s")
        }
        for line in [":service", ":release", ":group"] {
            try window.type(line + " ")
            try window.wait(for: line)
            try window.press("Tab", "Tab", "Escape")
            try window.wait(for: "Enter open")
        }
        try window.press("Enter")
        try window.wait(for: "● live")
        try window.type("?")
        try window.wait(for: "Commands and keys")
        try window.press("Escape")
        try window.waitForEnd(of: "Commands and keys")
        try window.resize(columns: 60, rows: 16)
        try window.wait(for: "? more")
        try window.type("q")
        try window.wait(for: "status 0")
        let bytes = try window.stopRecording()
        #expect(bytes.count > 5_000)
        #expect(TerminalBytes(bytes).flaws == [])
        #expect(try window.isRestored)
    }

    @Test(
        "commands print it as text, too",
        arguments: [
            ["stats", "--by", "service,model,release"], ["requests", "--limit", "200"], ["screenshot"], ["doctor"],
            ["sql", "SELECT * FROM spans"],
        ])
    func commandLine(_ arguments: [String]) throws {
        let traffic = try HostileTraffic()
        let ending = try headframe(arguments + ["--store", traffic.store])
        #expect(ending.status == 0)
        #expect(TerminalBytes(Array(ending.output.utf8)).flaws == [])
        #expect(!ending.output.utf8.contains(0x1B))
    }

    @Test("the checker sees what it must see")
    func checker() {
        let forbidden: Set = [
            "mouse", "window", "print", "reset", "title", "clipboard", "link", "notification", "palette",
            "unfinished title",
            "device control", "sixel", "through tmux", "picture", "privacy message", "start of string", "C1", "C0",
        ]
        let strings = HostileText.all.filter { forbidden.contains($0.name) }
        #expect(strings.count == forbidden.count)
        for string in strings { #expect(!TerminalBytes(string.bytes).flaws.isEmpty, "\(string.name)") }
        for text in [
            "a\u{9B}b", "\u{202E}x", "\u{200B}", "\u{E0061}", "\u{FE0F}", "\u{7}", "\u{AD}", "\u{2800}",
        ] {
            #expect(TerminalBytes(Array(text.utf8)).flaws.count == 1, "\(text.unicodeScalars.map(\.value))")
        }
        #expect(TerminalBytes([0x61, 0xFF]).flaws == ["malformed UTF-8"])
    }
}

/// A daemon whose store holds every hostile string in every field.
private struct HostileTraffic {
    let directory: TemporaryDirectory
    let daemon: Daemon

    var store: String { directory.store }

    init() throws {
        directory = try TemporaryDirectory()
        daemon = try Daemon(in: directory)
        let now = UInt64(clamping: SystemClock().now().nanoseconds)
        for (number, text) in HostileText.all.enumerated() {
            let number = UInt64(number + 1)
            let body = HostileText.body(text.bytes, number: number, end: now - 10_000_000_000 - number * 1_000_000)
            guard daemon.post(body) == 200 else { throw Failure("not taken: \(text.name)") }
        }
    }
}
