import Glibc

/// The program `headframed` as a process of its own.
final class TestProgram {
    let processID: pid_t
    private let output: Int32
    private var text = ""
    private var status: Int32?

    /// Starts the program that stands beside these tests.
    ///
    /// - Parameter limits: options of `ulimit` under which it runs.
    init(_ arguments: [String], limits: String = "") throws {
        var pipes: [Int32] = [0, 0]
        guard pipe(&pipes) == 0 else { throw RawClient.Failure(what: "no pipe") }
        output = pipes[0]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, pipes[1], STDERR_FILENO)
        posix_spawn_file_actions_addclose(&actions, pipes[0])
        let (path, program) = ("/bin/sh", TestProgram.path)
        let script = (limits.isEmpty ? "" : "ulimit \(limits); ") + "exec \"$0\" \"$@\""
        let line = [path, "-c", script, program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("HOME=/nonexistent"), nil]
        defer { (words + environment).forEach { free($0) } }
        var id = pid_t()
        let result = posix_spawn(&id, path, &actions, nil, &words, &environment)
        posix_spawn_file_actions_destroy(&actions)
        close(pipes[1])
        processID = id
        guard result == 0 else {
            status = -1
            throw RawClient.Failure(what: "cannot start \(program)")
        }
    }

    deinit {
        if status == nil {
            kill(processID, SIGKILL)
            _ = waitForEnd()
        }
        close(output)
    }

    /// Waits until a line on standard error holds `word`, and returns the line.
    func line(with word: String) throws -> String {
        while true {
            if let line = text.split(separator: "\n").first(where: { $0.contains(word) }), text.hasSuffix("\n") {
                return String(line)
            }
            guard readMore() else { throw RawClient.Failure(what: "no line with \(word) in: \(text)") }
        }
    }

    /// The port out of the line that says that it serves.
    func readyPort() throws -> Int {
        let line = try line(with: "headframed: ready ")
        let http = line.split(separator: " ").first { $0.hasPrefix("http=") }
        guard let port = http?.split(separator: ":").last.flatMap({ Int($0) }) else {
            throw RawClient.Failure(what: "no port in \(line)")
        }
        return port
    }

    func send(_ signal: Int32) { kill(processID, signal) }

    /// Sets the soft limit of a resource while it runs, by the name that `prlimit` has for it.
    func limit(_ resource: String, to value: Int) -> Bool {
        TestCommand.run("prlimit", "--pid", String(processID), "--\(resource)=\(value):")
    }

    /// Seconds of processor time that it has used.
    var processorSeconds: Double {
        let fields = TestFile.text("/proc/\(processID)/stat")?.split(separator: ")").last?.split(separator: " ") ?? []
        let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The number that its next descriptor will have. The status file is open now and then, so this looks more than once.
    var nextDescriptor: Int {
        let looks = (0..<20).map { _ in
            poll(nil, 0, 2)
            let open = Set(TestFile.names(in: "/proc/\(processID)/fd").compactMap { Int($0) })
            return (0...).first { !open.contains($0) } ?? 0
        }
        return looks.min() ?? 0
    }

    /// Everything that it wrote on standard error, and its exit status, once it has ended.
    func end() -> (status: Int32, text: String) {
        while readMore() {}
        return (waitForEnd(), text)
    }

    private func waitForEnd() -> Int32 {
        if let status { return status }
        var raw: Int32 = 0
        waitpid(processID, &raw, 0)
        let code = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F)
        status = code
        return code
    }

    private func readMore() -> Bool {
        var part = [UInt8](repeating: 0, count: 4_096)
        let count = read(output, &part, part.count)
        guard count > 0 else { return false }
        text += String(decoding: part.prefix(count), as: UTF8.self)
        return true
    }

    private static var path: String {
        let here = CommandLine.arguments.first ?? ""
        return (here.lastIndex(of: "/").map { String(here[...$0]) } ?? "") + "headframed"
    }
}
