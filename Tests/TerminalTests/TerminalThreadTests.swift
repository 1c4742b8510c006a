import Drawing
import Glibc
import Terminal
import Testing

/// The terminal's thread on a pseudo-terminal. One at a time: ncurses and signals belong to the process.
@Suite("The terminal's thread", .serialized)
struct TerminalThreadTests {
    static let plainEnvironment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]

    struct Session {
        let pty: PseudoTerminal
        let recorder: EventRecorder
        let terminal: TerminalThread

        init(
            _ environment: [String: String] = plainEnvironment, columns: UInt16 = 80, rows: UInt16 = 24
        ) throws {
            pty = try PseudoTerminal(columns: columns, rows: rows)
            let recorder = EventRecorder()
            var options = TerminalOptions(environment: environment)
            options.input = pty.far
            options.output = pty.far
            terminal = try TerminalThread(options) { recorder.record($0) }
            self.recorder = recorder
        }

        func show(_ draw: (inout Canvas) -> Void) {
            var canvas = Canvas(width: 80, height: 24, glyphs: terminal.capabilities.glyphs)
            draw(&canvas)
            terminal.show(canvas, palette: Palette(.dark, depth: terminal.capabilities.depth))
        }
    }

    @Test("it takes the terminal, tells its size, and gives it back as it was")
    func takeAndGiveBack() throws {
        let before = try PseudoTerminal().localModes
        let session = try Session(columns: 91, rows: 33)
        #expect(session.recorder.wait(for: .resize(width: 91, height: 33)))
        #expect(session.pty.wait(for: "\u{1B}[?1006h"))
        for sequence in ["\u{1B}[?1049h", "\u{1B}[?25l", "\u{1B}[?2004h", "\u{1B}[?1004h", "\u{1B}[?1000h"] {
            #expect(session.pty.contains(sequence), "\(sequence.debugDescription)")
        }
        #expect(session.pty.localModes & tcflag_t(ECHO | ICANON) == 0)
        #expect(session.pty.localModes & tcflag_t(ISIG) != 0)

        session.pty.forgetOutput()
        session.terminal.stop()
        session.pty.drain()
        for sequence in [
            "\u{1B}[?1049l", "\u{1B}[?25h", "\u{1B}[?2004l", "\u{1B}[?1004l", "\u{1B}[?1000l", "\u{1B}[?1006l",
        ] {
            #expect(session.pty.contains(sequence), "\(sequence.debugDescription)")
        }
        #expect(session.pty.localModes == before)
    }

    @Test("a canvas is painted as one frame, and then only what changes")
    func paint() throws {
        let session = try Session()
        session.show { $0.write("support-answer 漢字 é", in: $0.bounds, row: 3) }
        #expect(session.pty.wait(for: "\u{1B}[?2026l"))
        #expect(session.pty.contains("\u{1B}[?2026h"))
        #expect(session.pty.contains("support-answer 漢字 é"))

        session.pty.forgetOutput()
        session.show {
            $0.write("support-answer 漢字 é", in: $0.bounds, row: 3)
            $0.write("7", in: $0.bounds, row: 9)
        }
        #expect(session.pty.wait(for: "\u{1B}[?2026l"))
        #expect(session.pty.contains("7"))
        #expect(!session.pty.contains("support"))
        #expect(session.pty.output.count < 80, "\(session.pty.output.count) bytes for one digit")

        session.pty.forgetOutput()
        session.terminal.repaint()
        #expect(session.pty.wait(for: "support-answer"))
        session.terminal.stop()
    }

    @Test("hostile text reaches the terminal as text")
    func hostileText() throws {
        let session = try Session()
        session.show {
            $0.write("\u{1B}]0;title\u{7}\u{9B}31m\u{202E}", in: $0.bounds)
            $0.write("end", in: $0.bounds, row: 1)
        }
        #expect(session.pty.wait(for: "\u{1B}[?2026l"))
        #expect(session.pty.contains("␛]0;title␇<U+009B>31m<U+202E>"))
        session.terminal.stop()
        session.pty.drain()
        #expect(!session.pty.contains("\u{1B}]"))
        #expect(!session.pty.output.contains(7))
    }

    @Test("keys, pasted text and the mouse come in order")
    func input() throws {
        let session = try Session()
        session.pty.type("j\u{1B}[Aé\r\u{1B}[200~two\nlines\u{1B}[201~\u{1B}[<0;5;3Mq")
        #expect(session.recorder.wait(for: .key(.character("q"))))
        #expect(
            session.recorder.events == [
                .resize(width: 80, height: 24), .key(.character("j")), .key(.up), .key(.character("é")), .key(.enter),
                .paste("two\nlines"), .mouse(InputMouse(.press, x: 4, y: 2)), .key(.character("q")),
            ])
        session.pty.type("\u{1B}")
        #expect(session.recorder.wait(for: .key(.escape)))
        session.terminal.stop()
    }

    @Test("a new size is told at once")
    func resize() throws {
        let session = try Session()
        session.pty.setSize(columns: 20, rows: 5)
        kill(getpid(), SIGWINCH)
        #expect(session.recorder.wait(for: .resize(width: 20, height: 5)))
        session.pty.setSize(columns: 200, rows: 60)
        kill(getpid(), SIGWINCH)
        #expect(session.recorder.wait(for: .resize(width: 200, height: 60)))
        session.show { $0.write("still painting", in: $0.bounds) }
        #expect(session.pty.wait(for: "still painting"))
        session.terminal.stop()
    }

    @Test("requests to end are told, not obeyed", arguments: [(SIGTERM, InputEvent.terminate), (SIGINT, .interrupt)])
    func endings(signal: Int32, event: InputEvent) throws {
        let session = try Session()
        kill(getpid(), signal)
        #expect(session.recorder.wait(for: event))
        session.pty.type("q")
        #expect(session.recorder.wait(for: .key(.character("q"))))
        session.terminal.stop()
    }

    @Test("when the terminal goes away the thread ends by itself")
    func hangup() throws {
        let session = try Session()
        session.pty.hangUp()
        #expect(session.recorder.wait(for: .hangup))
        session.terminal.stop()
        #expect(session.recorder.events.filter { $0 == .hangup }.count == 1)
    }

    @Test("SIGHUP ends the thread, and the terminal is given back")
    func hangupSignal() throws {
        let session = try Session()
        kill(getpid(), SIGHUP)
        #expect(session.recorder.wait(for: .hangup))
        session.terminal.stop()
        session.pty.drain()
        #expect(session.pty.contains("\u{1B}[?1049l"))
    }

    @Test("a terminal that nobody reads does not keep the program from ending")
    func stalledTerminal() throws {
        let session = try Session()
        for frame in 0..<50 {
            session.show { canvas in
                for y in 0..<24 {
                    canvas.write(String(repeating: "\(frame % 10)漢", count: 26), in: canvas.bounds, row: y)
                }
            }
        }
        let clock = ContinuousClock()
        let took = clock.measure { session.terminal.stop() }
        #expect(took < .seconds(5))
        session.pty.hangUp()
        session.terminal.stop()
    }

    @Test("the clipboard is written only when asked for")
    func clipboard() throws {
        let session = try Session()
        session.terminal.copy("a\u{1B}b")
        #expect(session.pty.wait(for: "\u{1B}]52;c;YeKQm2I=\u{7}"))
        session.terminal.stop()
    }

    @Test("the mouse can be left to the terminal")
    func mouse() throws {
        let session = try Session()
        #expect(session.pty.wait(for: "\u{1B}[?1006h"))
        session.pty.forgetOutput()
        session.terminal.setMouse(false)
        #expect(session.pty.wait(for: "\u{1B}[?1000l"))
        session.terminal.stop()
    }

    @Test(
        "what the terminal can show is found out",
        arguments: [
            (["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"], ColourDepth.indexed256, GlyphSet.braille),
            (["TERM": "xterm-256color"], .indexed256, .braille),
            (["TERM": "xterm-256color", "LANG": "C"], .indexed256, .ascii),
            (["TERM": "xterm-256color", "LC_ALL": "POSIX", "LANG": "C.UTF-8"], .indexed256, .ascii),
            (["TERM": "xterm-256color", "LANG": "xx_XX.UTF-8"], .indexed256, .braille),
            (["TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1"], .monochrome, .braille),
            (["TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": ""], .indexed256, .braille),
            (["TERM": "xterm", "LANG": "C.UTF-8"], .sixteen, .braille),
            (["TERM": "linux", "LANG": "C.UTF-8"], .sixteen, .block),
            (["TERM": "vt220", "LANG": "C.UTF-8"], .monochrome, .braille),
        ])
    func capabilities(environment: [String: String], depth: ColourDepth, glyphs: GlyphSet) throws {
        let session = try Session(environment)
        #expect(session.terminal.capabilities.depth == depth)
        #expect(session.terminal.capabilities.glyphs == glyphs)
        session.show { Frame(title: "Füße ●").draw(in: $0.bounds, on: &$0) }
        #expect(session.pty.wait(for: glyphs == .ascii ? "F<U+00FC><U+00DF>e o" : "Füße ●"))
        session.terminal.stop()
        session.pty.drain()
        if glyphs == .ascii { #expect(session.pty.output.allSatisfy { $0 < 0x80 }) }
        if depth == .monochrome { #expect(!session.pty.contains("\u{1B}[38;")) }
    }

    @Test(
        "a terminal that cannot show a screen is refused with a reason, and left alone",
        arguments: [
            (["TERM": "dumb"], "cannot place its cursor"), (["TERM": "no-such\u{1B}[terminal"], "does not know it"),
            (["TERM": ""], "TERM is not set"), ([:], "TERM is not set"),
        ])
    func refusal(environment: [String: String], reason: String) throws {
        let pty = try PseudoTerminal()
        let before = pty.localModes
        var options = TerminalOptions(environment: environment)
        options.input = pty.far
        options.output = pty.far
        let error = #expect(throws: TerminalError.self) { try TerminalThread(options) { _ in } }
        let message = try #require(error).description
        #expect(message.contains(reason))
        #expect(message.utf8.allSatisfy { 0x20...0x7E ~= $0 })
        pty.drain()
        #expect(pty.output == [])
        #expect(pty.localModes == before)
    }

    @Test("a pipe is no terminal")
    func pipe() throws {
        var ends: [Int32] = [0, 0]
        try #require(Glibc.pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        var options = TerminalOptions(environment: Self.plainEnvironment)
        options.input = ends[0]
        options.output = ends[1]
        let error = #expect(throws: TerminalError.self) { try TerminalThread(options) { _ in } }
        #expect(try #require(error).description.contains("needs a terminal"))
    }
}
