import Domain
import Storage
import Synchronization
import Wording

/// Runs a program with the notification as JSON on its standard input. No shell is between: what stands in the configuration are its
/// path and its arguments, and nothing of a notification becomes one.
final class CommandChannel: DeliveryChannel {
    private let words: [String]
    private let isClosed = Atomic<Bool>(false)

    init(_ words: [String]) { self.words = words }

    func deliver(_ delivery: Delivery, timeout: Duration) throws(DeliveryFailure) {
        let payload = delivery.payload
        let notification = delivery.notification
        let process = ChildProcess(
            words: words,
            environment: [
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "HEADFRAME_KIND=\(notification.kind.rawValue)", "HEADFRAME_SEVERITY=\(notification.severity.rawValue)",
                "HEADFRAME_HEADLINE=\(notification.message.first ?? "")", "HEADFRAME_COUNT=\(notification.count)",
                "HEADFRAME_RECEIVER=\(delivery.receiver)", "HEADFRAME_DELIVERY=\(delivery.key)",
            ])
        let end = process.run(input: Array((payload.text + "\n").utf8), timeout: timeout) { [self] in
            isClosed.load(ordering: .relaxed)
        }
        switch end {
        case .exit(0, _): return
        case .exit(let code, let output): throw failure("ended with \(code)", output)
        case .signal(let signal, let output): throw failure("was ended by signal \(signal)", output)
        case .tooSlow: throw failure("was not done in time and was ended", "")
        case .notStarted(let reason): throw failure("cannot be started: \(reason)", "")
        case .stopped: throw .interrupted
        }
    }

    func check() throws(DeliveryFailure) {
        if let reason = ChildProcess.obstacle(words.first ?? "") { throw failure("cannot be started: \(reason)", "") }
    }

    func close() { isClosed.store(true, ordering: .relaxed) }

    private func failure(_ what: String, _ output: String) -> DeliveryFailure {
        let line = output.split(separator: "\n").last.map(String.init) ?? ""
        return DeliveryFailure("\(words.first ?? "the program") \(what)" + (line.isEmpty ? "" : ": \(line)"))
    }
}
