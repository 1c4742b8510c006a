import CCurl
import Glibc
import Synchronization

/// The one thread that talks to libcurl: takes exchanges from a queue, moves all of them along together, gives their results.
///
/// Everything of libcurl is touched on that thread only, but for `curl_multi_wakeup`, which is made for other threads and is called
/// under the lock that also guards the end of the multi handle.
final class Engine: Sendable {
    private struct Inbox {
        var submitted: [Exchange] = []
        var hasCancellations = false
        var isClosing = false
        /// Set while the multi handle lives, and used under the lock only.
        var wake: WakeHandle?
    }

    /// libcurl's multi handle, as far as other threads may use it.
    ///
    /// Unchecked: its only method is the one call of libcurl that is allowed from any thread.
    private struct WakeHandle: @unchecked Sendable {
        let multi: UnsafeMutableRawPointer
        func callAsFunction() { ccurl_multi_wakeup(multi) }
    }

    private static let libcurlIsReady: Void = ccurl_global_init()
    private let inbox = Mutex(Inbox())
    private let policy: OutboundPolicy

    init(policy: OutboundPolicy) {
        _ = Self.libcurlIsReady
        self.policy = policy
    }

    /// Starts the thread, which keeps the engine alive until `close`.
    func start() {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let failed = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Engine>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        if failed == 0 {
            pthread_detach(thread)
        } else {
            context.release()
            close()
        }
    }

    /// Queues an exchange.
    func submit(_ exchange: Exchange) {
        let isClosing = inbox.withLock { inbox in
            if !inbox.isClosing { inbox.submitted.append(exchange) }
            inbox.wake?()
            return inbox.isClosing
        }
        if isClosing { exchange.finish(.failure(.closed)) }
    }

    /// Ends an exchange now, whether it has been queued yet or not.
    func cancel(_ exchange: Exchange) {
        exchange.finish(.failure(.cancelled))
        inbox.withLock { inbox in
            inbox.hasCancellations = true
            inbox.wake?()
        }
    }

    /// Ends the thread and everything under way.
    func close() {
        let waiting = inbox.withLock { inbox in
            defer { inbox.submitted = [] }
            inbox.isClosing = true
            inbox.wake?()
            return inbox.submitted
        }
        for exchange in waiting { exchange.finish(.failure(.closed)) }
    }

    private func run() {
        guard let multi = ccurl_multi_init() else { return close() }
        inbox.withLock { $0.wake = WakeHandle(multi: multi) }
        var active: [UnsafeMutableRawPointer: Transfer] = [:]
        while true {
            let (submitted, hasCancellations, isClosing) = inbox.withLock { inbox in
                defer {
                    inbox.submitted = []
                    inbox.hasCancellations = false
                }
                return (inbox.submitted, inbox.hasCancellations, inbox.isClosing)
            }
            if isClosing { break }
            for exchange in submitted where !exchange.isFinished {
                do throws(OutboundError) {
                    let transfer = try Transfer(exchange, policy: policy)
                    active[transfer.easy] = transfer
                    ccurl_multi_add(multi, transfer.easy)
                } catch {
                    exchange.finish(.failure(error))
                }
            }
            if hasCancellations {
                for (easy, transfer) in active where transfer.exchange.isFinished {
                    ccurl_multi_remove(multi, easy)
                    active[easy] = nil
                }
            }
            ccurl_multi_perform(multi)
            var code: Int32 = 0
            while let easy = ccurl_multi_next_finished(multi, &code) {
                ccurl_multi_remove(multi, easy)
                guard let transfer = active.removeValue(forKey: easy) else { continue }
                transfer.exchange.finish(transfer.result(code))
            }
            // libcurl wakes earlier by its own timers; so does every call above.
            ccurl_multi_poll(multi, 60_000)
        }
        for (easy, transfer) in active {
            ccurl_multi_remove(multi, easy)
            transfer.exchange.finish(.failure(.closed))
        }
        active.removeAll()
        inbox.withLock { $0.wake = nil }
        ccurl_multi_cleanup(multi)
    }
}
