import Configuration
import Glibc
import Storage

/// A collector as a process of its own: signals, exit codes and the line that says that it serves.
public enum Daemon {
    /// Serves until SIGTERM or SIGINT; on SIGHUP the configuration is read again. When an fsync fails, ends the process at once
    /// with status 70: what is on the disk is then known to nobody, and only a new process reads it anew.
    ///
    /// To be called on the main thread before any other thread exists, so that all of them leave the signals to this one.
    ///
    /// - Returns: the status with which the process is to end.
    public static func run(
        _ options: CollectorOptions, rereading: () throws(ConfigurationError) -> Configuration
    ) -> Int32 {
        hardenProcess()
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let collector: Collector
        do {
            collector = try Collector(options)
        } catch {
            StandardError.write(line: "headframed: \(error)")
            return error.exitCode
        }
        StandardError.write(line: collector.readyLine)
        var pause = timespec(tv_sec: 1, tv_nsec: 0)
        while true {
            let signal = sigtimedwait(&signals, nil, &pause)
            if let failure = collector.failure { end(collector, failure) }
            if signal < 0 { continue }
            guard signal == SIGHUP else { break }
            do throws(ConfigurationError) {
                collector.reconfigure(try rereading())
            } catch {
                collector.reject(error)
            }
        }
        collector.stop()
        return 0
    }

    /// Ends without the checkpoint of an orderly stop: a second fsync may claim that the pages are there which the first one lost.
    private static func end(_ collector: Collector, _ failure: StoreError) -> Never {
        collector.report(failure: failure)
        _exit(CollectorError.store(failure).exitCode)
    }

    /// Leaves no copy of what was received on the disk or to other users, and lives through clients that go away and files that
    /// may not grow.
    private static func hardenProcess() {
        umask(0o077)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        Descriptors.raise()
        returnLargeAllocations()
    }

    /// Has what large bodies took go back to the system as soon as they are read. Left alone, glibc raises its threshold at the
    /// first of them (`mallopt(3)`, `M_MMAP_THRESHOLD`), and the memory of a burst stays with the process.
    private static func returnLargeAllocations() {
        // Swift's Glibc module does not have <malloc.h>.
        typealias SetOption = @convention(c) (Int32, Int32) -> Int32
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let threshold: Int32 = -3
        _ = unsafeBitCast(symbol, to: SetOption.self)(threshold, 256 << 10)
    }
}
