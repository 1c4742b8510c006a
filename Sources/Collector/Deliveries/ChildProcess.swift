import CProcess
import Glibc

/// A program that is run and waited for: in a process group of its own, with nothing of this process open, with limits on its time
/// and on what is read of it.
struct ChildProcess {
    /// The path of the program and its arguments.
    var words: [String]
    /// `NAME=value`.
    var environment: [String]

    /// How it went.
    enum End: Equatable {
        /// With its status, and the beginning of what it said on standard output and standard error.
        case exit(Int32, output: String)
        /// A signal ended it.
        case signal(Int32, output: String)
        /// It took too long and was ended with its whole group.
        case tooSlow
        /// It was not wanted any more and was ended with its whole group.
        case stopped
        case notStarted(String)
    }

    /// Why the program at `path` cannot be run; nil when it can.
    static func obstacle(_ path: String) -> String? {
        access(path, X_OK) == 0 ? nil : String(cString: strerror(errno))
    }

    /// Runs it.
    ///
    /// - Parameters:
    ///   - input: what stands on its standard input.
    ///   - isUnwanted: is asked now and then; true ends it.
    func run(input: [UInt8], timeout: Duration, isUnwanted: () -> Bool) -> End {
        guard let (id, pipe) = start(input) else { return .notStarted(String(cString: strerror(errno))) }
        defer { close(pipe) }
        let deadline = ContinuousClock.now + timeout
        var output: [UInt8] = []
        var isOpen = true
        var status: Int32 = 0
        while true {
            var waited = pollfd(fd: isOpen ? pipe : -1, events: Int16(POLLIN), revents: 0)
            poll(&waited, 1, Self.pace)
            let result = waitpid(id, &status, WNOHANG)
            if isOpen { isOpen = Self.read(pipe, &output) }
            if result == id { return Self.end(status, output) }
            guard result == 0 else { return .notStarted(String(cString: strerror(errno))) }
            let isTooSlow = ContinuousClock.now >= deadline
            guard isTooSlow || isUnwanted() else { continue }
            // Not waited for yet, so that the number of the group is still its own.
            kill(-id, SIGKILL)
            waitpid(id, &status, 0)
            return isTooSlow ? .tooSlow : .stopped
        }
    }

    /// Its number, and the end of the pipe on which it speaks; nil with `errno` when it cannot be started.
    private func start(_ input: [UInt8]) -> (pid_t, Int32)? {
        let file = input.withUnsafeBytes { cprocess_file($0.baseAddress, $0.count) }
        guard file >= 0 else { return nil }
        defer { close(file) }
        var pipe: [Int32] = [-1, -1]
        guard cprocess_pipe(&pipe) == 0 else { return nil }
        defer { close(pipe[1]) }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var id = pid_t()
        let code = cprocess_start(words.first ?? "", &arguments, &variables, file, pipe[1], &id)
        if code == 0 { return (id, pipe[0]) }
        close(pipe[0])
        errno = code
        return nil
    }

    /// Takes what it said so far; false when it will say nothing more.
    private static func read(_ pipe: Int32, _ output: inout [UInt8]) -> Bool {
        var part = [UInt8](repeating: 0, count: 4_096)
        // A program that never stops talking must not keep its time from running out.
        for _ in 0..<16 {
            let count = Glibc.read(pipe, &part, part.count)
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            if count == 0 { return false }
            output += part.prefix(min(count, outputLimit - output.count))
        }
        return true
    }

    private static func end(_ status: Int32, _ output: [UInt8]) -> End {
        let text = String(decoding: output, as: UTF8.self)
        let signal = status & 0x7f
        return signal == 0 ? .exit(status >> 8 & 0xff, output: text) : .signal(signal, output: text)
    }

    /// Milliseconds between two looks at whether it has ended.
    private static let pace: Int32 = 20
    /// Bytes of its output that are kept.
    private static let outputLimit = 4 << 10
}
