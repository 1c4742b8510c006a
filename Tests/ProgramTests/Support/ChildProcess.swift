import Foundation
import Glibc

/// A program as a process of its own, with a home of its own; killed when the value goes away.
final class ChildProcess {
    /// How it ended: the exit code, or a signal as a negative number.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String
    }

    let processID: pid_t
    private let home: TemporaryDirectory
    private let directory: TemporaryDirectory?
    private var status: Int32?

    /// What a program finds in its environment unless a test says otherwise: neither the user's configuration nor the user's taste.
    static func environment(home: String) -> [String: String] {
        [
            "HOME": home, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
        ]
    }

    /// Starts `program`; standard input is empty. A directory that it works in is kept until it has ended.
    init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:],
        in directory: TemporaryDirectory? = nil
    ) throws {
        home = try TemporaryDirectory()
        self.directory = directory
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (descriptor, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "\(home.path)/\(name)", O_WRONLY | O_CREAT, 0o600)
        }
        let variables = Self.environment(home: home.path).merging(environment) { $1 }.map { "\($0)=\($1)" }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        // The threads of a test runner may block signals, which a child would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var id = pid_t()
        let result = posix_spawnp(&id, program, &actions, &attributes, &words, &settings)
        guard result == 0 else { throw Failure("\(program) cannot be started: \(String(cString: strerror(result)))") }
        processID = id
    }

    deinit {
        if status == nil {
            kill(processID, SIGKILL)
            _ = collect(0)
        }
    }

    /// What it has written on standard output so far.
    var output: String { text("output") }
    /// What it has written on standard error so far.
    var errors: String { text("errors") }

    func send(_ signal: Int32) { kill(processID, signal) }

    /// Whether it has ended.
    var hasEnded: Bool { status != nil || collect(WNOHANG) }

    /// Waits for its end.
    func end(within limit: Duration = .seconds(20)) throws -> Ending {
        try waitUntil("the end of process \(processID); it wrote: \(output)\(errors)", within: limit) { hasEnded }
        return Ending(status: status ?? -1, output: output, errors: errors)
    }

    private func collect(_ options: Int32) -> Bool {
        var raw: Int32 = 0
        guard waitpid(processID, &raw, options) == processID else { return false }
        status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F)
        return true
    }

    private func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(home.path)/\(name)") ?? Data(), as: UTF8.self)
    }
}

/// Runs `headframe` to its end.
func headframe(_ arguments: [String], environment: [String: String] = [:]) throws -> ChildProcess.Ending {
    try ChildProcess(Programs.console, arguments, environment: environment).end()
}
