import Foundation
import Glibc

/// A shell in a terminal of a tmux of its own, in which programs are run as people run them.
final class TerminalWindow {
    private let directory: TemporaryDirectory
    private var record: String { directory.path + "/record" }
    private var socket: String { directory.path + "/socket" }

    /// Opens the window; `environment` is what the shell finds besides the usual.
    init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
        directory = try TemporaryDirectory()
        let shell = ["HOME": directory.path, "TERM": "xterm-256color", "PS1": "shell> "].merging(environment) { $1 }
        let assignments = shell.map { "'\($0)=\($1)'" }.joined(separator: " ")
        let size = ["-x", String(columns), "-y", String(rows)]
        try tmux(
            ["new-session", "-d", "-s", "window"] + size + ["exec env \(assignments) sh -i"]
                + [";", "set", "-g", "status", "off", ";", "resize-window"] + size)
        try wait(for: "shell>")
    }

    deinit {
        _ = try? tmux(["kill-server"])
        // It leaves its socket behind.
        unlink(socket)
    }

    /// What is on the screen, a line a row.
    var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

    /// Waits until the screen holds `text`.
    func wait(for text: String) throws {
        try waitUntil("'\(text)' on the screen:\n\(screen)") { screen.contains(text) }
    }

    /// Waits until the screen holds `text` no more.
    func waitForEnd(of text: String) throws {
        try waitUntil("no '\(text)' on the screen:\n\(screen)") { !screen.contains(text) }
    }

    /// Types text.
    func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

    /// Presses keys by tmux's names: Enter, Tab, Escape, C-z.
    func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

    func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", String(columns), "-y", String(rows)])
    }

    /// Runs the console over a store as the shell's job, and waits until it shows `text`.
    func runConsole(_ store: String, _ arguments: String = "", until text: String) throws {
        let program = "\(Programs.console) \(arguments) --store \(store)"
        try type("sh -c 'echo $$ >\(directory.path)/pid; exec \(program)'; echo \"status\" $?")
        try press("Enter")
        try wait(for: text)
    }

    /// Sends a signal to the console.
    func signal(_ number: Int32) throws {
        let text = FileManager.default.contents(atPath: directory.path + "/pid").map {
            String(decoding: $0, as: UTF8.self)
        }
        guard let id = text.flatMap({ pid_t($0.dropLast()) }) else { throw Failure("the console was not started") }
        kill(id, number)
    }

    /// Whether the terminal is as a shell expects it: the screen that scrolls, a cursor, no mouse, echo and whole lines.
    var isRestored: Bool {
        get throws {
            let state = try tmux([
                "display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{pane_tty}",
            ])
            let words = state.split(whereSeparator: \.isWhitespace)
            guard words.count == 4 else { throw Failure("tmux says nothing of its terminal: \(state)") }
            let device = open(String(words[3]), O_RDWR | O_NOCTTY | O_CLOEXEC)
            guard device >= 0 else { throw Failure("\(words[3]) does not open") }
            defer { close(device) }
            var modes = termios()
            tcgetattr(device, &modes)
            let wanted = tcflag_t(ECHO | ICANON | ISIG)
            return words[..<3] == ["0", "1", "0"] && modes.c_lflag & wanted == wanted
                && modes.c_oflag & tcflag_t(OPOST) != 0
        }
    }

    /// Records every byte that programs write to the terminal.
    func startRecording() throws { try tmux(["pipe-pane", "cat >\(record); touch \(record).end"]) }

    /// Ends the recording; the bytes.
    func stopRecording() throws -> [UInt8] {
        try tmux(["pipe-pane"])
        try waitUntil("the end of the recording") { FileManager.default.fileExists(atPath: record + ".end") }
        return [UInt8](FileManager.default.contents(atPath: record) ?? Data())
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let own = ["-u", "-S", socket, "-f", "/dev/null"]
        let ending: ChildProcess.Ending
        do { ending = try ChildProcess("tmux", own + arguments).end() } catch {
            throw Failure("these tests need tmux (Debian: apt-get install tmux): \(error)")
        }
        guard ending.status == 0 else { throw Failure("tmux \(arguments.joined(separator: " ")): \(ending.errors)") }
        return ending.output
    }
}
