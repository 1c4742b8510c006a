import Domain
import Foundation
import Synchronization

/// Clients that post as fast as they are answered, each batch of new spans again until it is acknowledged.
final class Load: Sendable {
    private struct Ledger {
        var next: UInt64 = 1
        /// Sent without an answer; to be sent again.
        var open: [[UInt64]] = []
        var acknowledged: Set<UInt64> = []
        var refused: [Int] = []
    }

    private static let spansPerBatch: UInt64 = 16
    private let ledger = Mutex(Ledger())
    private let start = SystemClock().now().advanced(by: -.seconds(30))

    /// The numbers of the spans that were acknowledged so far.
    var acknowledged: Set<UInt64> { ledger.withLock { $0.acknowledged } }
    /// Statuses other than 200, of which there should be none but those of a daemon that is stopping.
    var refused: [Int] { ledger.withLock { $0.refused } }

    /// Posts to `port` from two clients, until the daemon there answers no more, while `work` is done.
    func run(on port: UInt16, while work: () throws -> Void) rethrows {
        let clients = DispatchGroup()
        for _ in 0..<2 {
            DispatchQueue.global().async(group: clients) { while self.send(to: port) {} }
        }
        defer { clients.wait() }
        try work()
    }

    /// Sends what is open until all of it is acknowledged.
    func finish(on port: UInt16) { while ledger.withLock({ !$0.open.isEmpty }), send(to: port) {} }

    private func send(to port: UInt16) -> Bool {
        let numbers = ledger.withLock { ledger in
            if let open = ledger.open.popLast() { return open }
            defer { ledger.next += Self.spansPerBatch }
            return Array(ledger.next..<ledger.next + Self.spansPerBatch)
        }
        let calls = numbers.map { Call(number: $0, start: start, milliseconds: $0 % 1000) }
        let status = Post.status(of: Call.body(calls), port: port)
        return ledger.withLock { ledger in
            if status == 200 {
                ledger.acknowledged.formUnion(numbers)
                return true
            }
            ledger.open.append(numbers)
            if let status { ledger.refused.append(status) }
            return false
        }
    }
}
