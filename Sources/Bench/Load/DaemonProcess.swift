import Foundation

/// A `headframed` of its own on a store of its own.
final class DaemonProcess {
    /// What keeps a daemon from being measured.
    enum Failure: Error { case notReady(String) }

    let store: String
    let port: UInt16
    /// From the start of the process to its ready line, in seconds.
    let startSeconds: Double
    private let process = Process()

    init(_ program: String, store: String) throws {
        self.store = store
        let errors = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = ["--store", store, "--http", "127.0.0.1:0", "--grpc", "off"]
        process.standardError = errors
        let begun = Stopwatch.now()
        try process.run()
        var said = Data()
        var found: UInt16?
        while found == nil {
            let more = errors.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Failure.notReady(String(decoding: said, as: UTF8.self)) }
            said += more
            let text = String(decoding: said, as: UTF8.self)
            if let line = text.split(separator: "\n").first(where: { $0.contains("headframed: ready http=") }),
                text.contains("pid="),
                let address = line.split(separator: "=").dropFirst().first?.split(separator: " ").first
            {
                found = address.split(separator: ":").last.flatMap { UInt16($0) }
            }
        }
        startSeconds = Stopwatch.now() - begun
        port = found ?? 0
        // What it says later must not fill the pipe and stop it.
        errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
    }

    var pid: Int32 { process.processIdentifier }

    /// Ends it as a service manager would and waits.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Bytes of all files of the store.
    var storeBytes: Int64 {
        let files = FileManager.default.enumerator(atPath: store)?.allObjects as? [String] ?? []
        return files.filter { $0.hasSuffix(".db") || $0.hasSuffix("-wal") }.reduce(0) { sum, file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: store + "/" + file)
            return sum + ((attributes?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }
}
