import Dispatch
import Glibc

/// SIGINT and SIGTERM as something to wait for, so that a demo without a terminal tidies up when it is ended early.
final class TerminationSignal {
    private let arrived = DispatchSemaphore(value: 0)
    private var sources: [any DispatchSourceSignal] = []

    init() {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [arrived] in arrived.signal() }
            source.resume()
            sources.append(source)
        }
    }

    /// Waits so long, or until a signal comes; whether one came.
    func wait(seconds: Double) -> Bool { arrived.wait(timeout: .now() + seconds) == .success }
}
