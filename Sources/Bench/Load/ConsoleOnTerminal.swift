import CReference
import Glibc

/// The console on a pseudo-terminal, with what it writes counted.
final class ConsoleOnTerminal {
    let pid: Int32
    private let master: Int32
    private(set) var bytes = 0

    init(_ program: String, arguments: [String], rows: Int, columns: Int) throws {
        var descriptor: Int32 = -1
        let all = [program] + arguments
        var pointers: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) }
        pointers.append(nil)
        defer { pointers.forEach { free($0) } }
        pid = pointers.withUnsafeMutableBufferPointer {
            reference_run_on_terminal(program, $0.baseAddress, Int32(rows), Int32(columns), &descriptor)
        }
        guard pid > 0 else { throw CommandLineProgram.Failure(text: "no pseudo-terminal") }
        master = descriptor
    }

    /// Reads what comes within `seconds`; what it was, empty when nothing came.
    func read(within seconds: Double) -> [UInt8] {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, Int32(max(0, seconds) * 1000)) > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return [] }
        bytes += count
        return Array(buffer[..<count])
    }

    /// Reads until nothing has come for `pause` seconds, or `limit` seconds have passed; when the last byte came.
    @discardableResult
    func settle(pause: Double, limit: Double) -> Double {
        let end = Stopwatch.now() + limit
        var last = Stopwatch.now()
        while Stopwatch.now() < end {
            if read(within: pause).isEmpty { break }
            last = Stopwatch.now()
        }
        return last
    }

    /// Presses a key and waits for what changes on the screen; the seconds to the first byte, nil when nothing changed.
    func press(_ key: String) -> Double? {
        let begun = Stopwatch.now()
        let keys = Array(key.utf8)
        _ = keys.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        guard !read(within: 2).isEmpty else { return nil }
        return Stopwatch.now() - begun
    }

    /// Ends the console and waits for it, for two seconds at most.
    func stop() {
        kill(pid, SIGTERM)
        var status: Int32 = 0
        let end = Stopwatch.now() + 2
        while waitpid(pid, &status, WNOHANG) == 0 {
            if Stopwatch.now() > end { kill(pid, SIGKILL) }
            _ = read(within: 0.01)
        }
        close(master)
    }
}
