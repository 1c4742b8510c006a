import Domain
import Foundation

/// A daemon whose store holds calls of two models, with whatever is needed to tell what must be read back.
struct SampleTraffic {
    let directory: TemporaryDirectory
    let daemon: Daemon
    let calls: [Call]

    var store: String { directory.store }

    /// Posts the calls and waits until they are counted.
    ///
    /// - Parameter configuration: the daemon's, as YAML.
    init(configuration: String = "") throws {
        directory = try TemporaryDirectory()
        daemon = try Daemon(in: directory, arguments: try Self.arguments(configuration, in: directory))
        let now = SystemClock().now()
        calls = (UInt64(1)...24).map { number in
            var call = Call(number: number, start: now.advanced(by: -.milliseconds(20_000 + Int64(number))))
            call.model = number % 3 == 0 ? "gpt-4o-mini" : "gpt-4o"
            call.milliseconds = 100 * number
            call.inputTokens = 50 + number
            call.isError = number % 6 == 0
            return call
        }
        guard daemon.post(Call.body(calls)) == 200 else { throw Failure("the calls were not taken") }
        // Acknowledged is stored and counted: nothing is waited for.
    }

    /// A daemon over the same store with another configuration, or again with the same.
    func anotherDaemon(configuration: String) throws -> Daemon {
        try Daemon(in: directory, arguments: try Self.arguments(configuration, in: directory))
    }

    private static func arguments(_ configuration: String, in directory: TemporaryDirectory) throws -> [String] {
        guard !configuration.isEmpty else { return [] }
        let file = directory.path + "/config.yaml"
        try configuration.write(toFile: file, atomically: true, encoding: .utf8)
        return ["--config", file]
    }

    /// Runs `headframe` over the store.
    func ask(_ arguments: String...) throws -> ChildProcess.Ending {
        try headframe(arguments + ["--store", store])
    }
}
