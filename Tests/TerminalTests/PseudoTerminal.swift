import Glibc

/// Both ends of a pseudo-terminal: the program has the far one, the test plays the terminal.
final class PseudoTerminal {
    private(set) var near: Int32
    let far: Int32
    /// What the program has written so far.
    private(set) var output: [UInt8] = []

    struct Failure: Error {
        let reason: String
    }

    init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
        near = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // Glibc's module knows neither unlockpt and ptsname nor these two requests of Linux.
        let setLock: UInt = 0x4004_5431
        let getNumber: UInt = 0x8004_5430
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard near >= 0, ioctl(near, setLock, &isLocked) == 0, ioctl(near, getNumber, &number) == 0 else {
            throw Failure(reason: "there is no pseudo-terminal")
        }
        far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard far >= 0 else { throw Failure(reason: "the far end does not open") }
        setSize(columns: columns, rows: rows)
    }

    deinit {
        hangUp()
        close(far)
    }

    func setSize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(near, UInt(TIOCSWINSZ), &size)
    }

    /// Types.
    func type(_ text: String) { _ = write(near, text, text.utf8.count) }

    /// The terminal goes away without a signal.
    func hangUp() {
        if near >= 0 { close(near) }
        near = -1
    }

    /// Local modes that a shell expects: echo and whole lines.
    var localModes: tcflag_t {
        var modes = termios()
        tcgetattr(far, &modes)
        return modes.c_lflag & tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    }

    /// Reads what the program writes until it holds `text`; false when it does not within five seconds.
    @discardableResult
    func wait(for text: String) -> Bool {
        let wanted = Array(text.utf8)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !contains(wanted) {
            var ready = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 5_000) == 1 else { return false }
            let count = read(near, &buffer, buffer.count)
            guard count > 0 else { return false }
            output += buffer.prefix(count)
        }
        return true
    }

    /// Reads what is there already.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var ready = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 0) == 1 else { return }
            let count = read(near, &buffer, buffer.count)
            guard count > 0 else { return }
            output += buffer.prefix(count)
        }
    }

    func forgetOutput() { output.removeAll() }

    func contains(_ text: String) -> Bool { contains(Array(text.utf8)) }

    private func contains(_ wanted: [UInt8]) -> Bool {
        guard output.count >= wanted.count else { return false }
        return (0...(output.count - wanted.count)).contains { output[$0...].starts(with: wanted) }
    }
}
