import Configuration
import Domain
import Glibc
import Storage
import Synchronization
import TestSupport

@testable import Collector

/// Receivers of alerts for tests, and what they are told.
enum TestReceiver {
    static func server(_ url: String) throws -> ReceiverSettings.Server {
        guard let address = WebAddress(url) else { throw RawClient.Failure(what: "no address: \(url)") }
        return ReceiverSettings.Server(.url(address))
    }

    static func webhook(_ name: String, _ url: String, secretFile: String? = nil) throws -> ReceiverSettings {
        ReceiverSettings(name: name, channel: .webhook(try server(url), secretFile: secretFile))
    }

    static func file(_ text: String, at path: String, mode: UInt32) -> String {
        TestFile.write(text, to: path)
        chmod(path, mode)
        return path
    }

    static func alert(
        _ rule: String = "slow answers", service: String = "support-api", state: Alert.State? = nil,
        severity: AlertSeverity = .page
    ) -> Alert {
        let now = SystemClock().now().floored(to: .milliseconds(1))
        return Alert(
            rule: rule, subject: AlertSubject([.init(.service, service)]),
            watched: .measure(.latency(.p95), window: .minutes(5), alarms: .above), severity: severity,
            state: state ?? .firing(since: now.advanced(by: -.minutes(6))),
            reading: AlertReading(time: now, value: 4.02, limit: 3, calls: 100))
    }

    static func notification(
        _ kind: AlertNotification.Kind = .firing, _ alerts: [Alert] = [alert()], to receivers: [String] = []
    ) -> AlertNotification {
        AlertNotification(
            kind, time: SystemClock().now().floored(to: .milliseconds(1)), group: "slow answers/support-api",
            severity: alerts.map(\.severity).max() ?? .warn, alerts: alerts, count: alerts.count, receivers: receivers)
    }
}

/// A server that keeps what it is sent and answers as the test says.
final class RecordingServer: Sendable {
    private final class Requests: Sendable { let all = Mutex<[Connection.Request]>([]) }
    private let requests = Requests()
    private let server: LocalServer

    /// - Parameter answer: the status to give, by how many requests came before.
    init(_ answer: @escaping @Sendable (Int) -> String = { _ in "200 OK" }) throws {
        let requests = requests
        server = try LocalServer { connection in
            while let request = connection.readRequest() {
                let before = requests.all.withLock { all in
                    all.append(request)
                    return all.count - 1
                }
                connection.answer("", status: answer(before))
            }
        }
    }

    deinit { server.stop() }

    var url: String { server.url }
    var received: [Connection.Request] { requests.all.withLock { $0 } }
    /// The bodies as JSON.
    var bodies: [JSON] { received.compactMap { try? JSON(parsing: $0.body) } }
}

extension Connection.Request {
    /// The value of a header field.
    func header(_ name: String) -> String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
            .map { String($0.dropFirst(name.utf8.count + 2)) }
    }
}
