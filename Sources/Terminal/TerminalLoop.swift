import CCurses
import Drawing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the terminal's thread does: wait, read, tell, paint.
///
/// Not `Sendable`: made by the thread that opens the terminal, then handed over to its own thread for good.
final class TerminalLoop {
    private let options: TerminalOptions
    private let channel: TerminalChannel
    private let handler: @Sendable (InputEvent) -> Void
    private var painter: Painter
    private var decoder = InputDecoder()
    private var usesMouse: Bool
    private var size = (width: 0, height: 0)
    private var savedErrorOutput: Int32 = -1

    init(
        _ options: TerminalOptions, _ channel: TerminalChannel, _ painter: Painter,
        handler: @escaping @Sendable (InputEvent) -> Void
    ) {
        self.options = options
        self.channel = channel
        self.painter = painter
        self.handler = handler
        usesMouse = options.usesMouse
    }

    /// Runs the loop on a thread of its own; false when there can be no more threads.
    func start() -> Bool {
        let handedOver = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<TerminalLoop>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, handedOver.toOpaque())
        guard status == 0 else {
            handedOver.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private func run() {
        redirectErrors()
        if usesMouse { curses_write(TerminalModes.mouseOn, TerminalModes.mouseOn.utf8.count) }
        reportSize()
        while step() {}
        curses_close()
        restoreErrors()
        curses_release_signals()
        channel.finish()
    }

    /// Waits for something and does it; false when it is time to end.
    private func step() -> Bool {
        var waiting = [
            pollfd(fd: options.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: channel.wakeReadEnd, events: Int16(POLLIN), revents: 0),
            // No frame is begun while the terminal takes nothing, so that keys are read meanwhile. One that is begun is
            // written to its end: a terminal that stops reading in the middle of it stops the keys, too.
            pollfd(fd: options.output, events: channel.hasFrame ? Int16(POLLOUT) : 0, revents: 0),
        ]
        let ready = poll(&waiting, nfds_t(waiting.count), decoder.isWaiting ? options.escapeDelay : -1)
        if ready < 0, errno != EINTR { return hangUp() }
        if ready == 0 { publish(decoder.flush()) }
        let broken = Int16(POLLHUP | POLLERR | POLLNVAL)
        if waiting[0].revents & Int16(POLLIN) != 0, !readInput() { return hangUp() }
        if (waiting[0].revents | waiting[2].revents) & broken != 0 { return hangUp() }
        if waiting[1].revents & Int16(POLLIN) != 0 { drainWakeUps() }
        guard obeySignals() else { return hangUp() }
        let mail = channel.receive(withFrame: waiting[2].revents & Int16(POLLOUT) != 0)
        for command in mail.commands { obey(command) }
        if let frame = mail.frame, !mail.isStopping { painter.paint(frame.canvas, palette: frame.palette) }
        return !mail.isStopping
    }

    private func publish(_ events: [InputEvent]) {
        for event in events { handler(event) }
    }

    private func hangUp() -> Bool {
        handler(.hangup)
        return false
    }

    /// False at the end of input and when it is broken.
    private func readInput() -> Bool {
        let count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
            let count = read(options.input, buffer.baseAddress, buffer.count)
            if count > 0 { publish(decoder.feed(buffer.prefix(count))) }
            return count
        }
        return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
    }

    private func drainWakeUps() {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            while read(channel.wakeReadEnd, buffer.baseAddress, buffer.count) > 0 {}
        }
    }

    /// False when the terminal hung up.
    private func obeySignals() -> Bool {
        let signals = curses_take_signals()
        if signals == 0 { return true }
        func came(_ bit: Int) -> Bool { signals & UInt32(bit) != 0 }
        if came(CURSES_HUNG_UP) { return false }
        if came(CURSES_STOPPED) { suspend() }
        if came(CURSES_RESIZED) { reportSize() }
        if came(CURSES_INTERRUPTED) { handler(.interrupt) }
        if came(CURSES_TERMINATED) { handler(.terminate) }
        return true
    }

    private func obey(_ command: TerminalCommand) {
        switch command {
        case .repaint:
            painter.repaint()
        case .mouse(let isUsed):
            usesMouse = isUsed
            let mode = isUsed ? TerminalModes.mouseOn : TerminalModes.mouseOff
            curses_write(mode, mode.utf8.count)
        case .copy(let text):
            let sequence = Clipboard.sequence(for: text)
            curses_write(sequence, sequence.utf8.count)
        case .suspend:
            suspend()
        }
    }

    private func suspend() {
        curses_leave()
        curses_stop_process()
        curses_enter()
        if usesMouse { curses_write(TerminalModes.mouseOn, TerminalModes.mouseOn.utf8.count) }
        reportSize()
        painter.repaint()
        handler(.resumed)
    }

    private func reportSize() {
        curses_update_size()
        let terminal = curses_describe()
        guard size != (Int(terminal.columns), Int(terminal.rows)) else { return }
        size = (Int(terminal.columns), Int(terminal.rows))
        handler(.resize(width: size.width, height: size.height))
    }

    // MARK: Standard error

    private func redirectErrors() {
        guard let log = options.log else { return }
        savedErrorOutput = dup(2)
        dup2(log, 2)
    }

    private func restoreErrors() {
        guard savedErrorOutput >= 0 else { return }
        dup2(savedErrorOutput, 2)
        close(savedErrorOutput)
    }
}
