import Domain
import Foundation
import Synchronization

/// Requests made in advance and sent over two connections.
struct Load {
    let requests: [[UInt8]]
    /// How many LLM calls they hold.
    let calls: Int
    var spans: Int { requests.count * PayloadMaker.spansPerRequest }

    init(_ shape: PayloadMaker.Shape, series: Int, spans: Int, prose: Prose, seed: UInt64, end: Timestamp? = nil) throws
    {
        var maker = PayloadMaker(shape, series: series, prose: prose, seed: seed)
        let end = end ?? SystemClock().now()
        requests = (0..<max(1, spans / PayloadMaker.spansPerRequest)).map { _ in maker.request(endingAt: end) }
        calls = maker.callsSent
    }

    /// Sends everything and waits until `isVisible`; the seconds that both took. The look that finds everything visible is part of them.
    func send(to daemon: DaemonProcess, connections: Int = 2, until isVisible: () throws -> Bool) throws -> Double {
        let next = Mutex(0)
        let failure = Mutex<String?>(nil)
        let requests = requests
        let port = daemon.port
        let begun = Stopwatch.now()
        let threads = (0..<connections).map { _ in
            Worker {
                do {
                    let sender = try Sender(port: port)
                    while true {
                        let index = next.withLock { next in
                            defer { next += 1 }
                            return next
                        }
                        guard index < requests.count, failure.withLock({ $0 == nil }) else { return }
                        var status = try sender.post(requests[index])
                        while status == 429 || status == 503 {
                            Foundation.Thread.sleep(forTimeInterval: 0.05)
                            status = try sender.post(requests[index])
                        }
                        guard status == 200 else { throw Sender.Failure.answer("status \(status)") }
                    }
                } catch {
                    failure.withLock { $0 = String(describing: error) }
                }
            }
        }
        threads.forEach { $0.join() }
        if let text = failure.withLock({ $0 }) { throw Sender.Failure.answer(text) }
        while try !isVisible() {}
        return Stopwatch.now() - begun
    }
}
