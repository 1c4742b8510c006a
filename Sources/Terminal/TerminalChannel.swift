import CCurses
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is handed to the terminal's thread, and the pipes that wake it and tell of its end.
final class TerminalChannel: Sendable {
    /// What waits to be done.
    struct Mail: Sendable {
        var frame: TerminalFrame?
        var commands: [TerminalCommand] = []
        var isStopping = false
    }

    let wakeReadEnd: Int32
    let wakeWriteEnd: Int32
    private let endReadEnd: Int32
    private let endWriteEnd: Int32
    private let mail = Mutex(Mail())

    init() throws(TerminalError) {
        var wake: (Int32, Int32) = (-1, -1)
        var end: (Int32, Int32) = (-1, -1)
        guard Self.pipe(&wake) else { throw .failed }
        guard Self.pipe(&end) else {
            close(wake.0)
            close(wake.1)
            throw .failed
        }
        (wakeReadEnd, wakeWriteEnd) = wake
        (endReadEnd, endWriteEnd) = end
    }

    deinit {
        for descriptor in [wakeReadEnd, wakeWriteEnd, endReadEnd, endWriteEnd] { close(descriptor) }
    }

    /// Changes what waits, and wakes the thread. A full pipe wakes it, too.
    func send(_ change: (inout Mail) -> Void) {
        mail.withLock { change(&$0) }
        _ = write(wakeWriteEnd, "", 1)
    }

    /// Takes what waits; a frame stays unless it can be painted.
    func receive(withFrame canPaint: Bool) -> Mail {
        mail.withLock { mail in
            let taken = Mail(frame: canPaint ? mail.frame : nil, commands: mail.commands, isStopping: mail.isStopping)
            if canPaint { mail.frame = nil }
            mail.commands.removeAll()
            return taken
        }
    }

    /// Whether a frame waits.
    var hasFrame: Bool { mail.withLock { $0.frame != nil } }

    /// The thread has given the terminal back.
    func finish() { _ = write(endWriteEnd, "", 1) }

    /// Whether `finish` was called within the time.
    func waitUntilFinished(milliseconds: Int32) -> Bool {
        var end = pollfd(fd: endReadEnd, events: Int16(POLLIN), revents: 0)
        return poll(&end, 1, milliseconds) == 1
    }

    private static func pipe(_ ends: inout (Int32, Int32)) -> Bool {
        var pair: [Int32] = [-1, -1]
        guard curses_pipe(&pair) else { return false }
        ends = (pair[0], pair[1])
        return true
    }
}
