import Glibc

/// `headframed`, serving on a free port, with its store in a temporary directory.
final class Daemon {
    let process: ChildProcess
    let port: UInt16

    /// Starts it and waits until it serves.
    init(in directory: TemporaryDirectory, arguments: [String] = []) throws {
        let process = try Self.start(in: directory, arguments: arguments)
        self.process = process
        var found: UInt16?
        try waitUntil("headframed serves; it wrote: \(process.errors)") {
            if process.hasEnded { throw Failure("headframed ended: \(process.errors)") }
            let line = process.errors.split(separator: "\n").first { $0.hasPrefix("headframed: ready ") }
            let address = line?.split(separator: " ").first { $0.hasPrefix("http=") }
            found = address?.split(separator: ":").last.flatMap { UInt16($0) }
            return found != nil
        }
        self.port = found ?? 0
    }

    /// Starts it without waiting.
    static func start(in directory: TemporaryDirectory, arguments: [String] = []) throws -> ChildProcess {
        try ChildProcess(
            Programs.daemon, ["--store", directory.store, "--http", "127.0.0.1:0", "--grpc", "off"] + arguments,
            in: directory)
    }

    /// Sends traces; the status of the answer, nil when there was none.
    func post(_ body: [UInt8]) -> Int? { Post.status(of: body, port: port) }

    /// Ends it in order.
    func stop() throws {
        process.send(SIGTERM)
        let ending = try process.end()
        guard ending.status == 0 else { throw Failure("headframed ended with \(ending.status): \(ending.errors)") }
    }
}
