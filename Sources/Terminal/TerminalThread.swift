import CCurses
import Drawing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal, and the one thread that speaks to it.
///
/// The thread waits for input and for frames, tells what happens in order, and paints the newest frame; frames that
/// come faster than the terminal takes them are dropped. ncurses is not safe to use from several threads, and there is one
/// of it in a process: so there is one `TerminalThread` at a time.
public final class TerminalThread: Sendable {
    /// What the terminal can show.
    public let capabilities: Capabilities

    private let channel: TerminalChannel

    /// Takes the terminal and begins to listen.
    ///
    /// The first event is the size of the screen. After `InputEvent.hangup` the thread has ended by itself.
    /// - Parameter handler: called on the terminal's thread for each event, in order; it must not wait for long.
    /// - Throws: `TerminalError` when there can be no screen; the terminal then is as it was.
    public init(
        _ options: TerminalOptions, handler: @escaping @Sendable (InputEvent) -> Void
    ) throws(TerminalError) {
        let channel = try TerminalChannel()
        let isUnicode = Capabilities.establishUnicode(options.environment)
        curses_catch_signals(channel.wakeWriteEnd)
        let term: String
        do {
            term = try Self.open(options)
        } catch {
            curses_release_signals()
            throw error
        }
        let terminal = curses_describe()
        capabilities = Capabilities(options, term: term, terminal: terminal, isUnicode: isUnicode)
        self.channel = channel
        let loop = TerminalLoop(
            options, channel, Painter(capabilities, pairLimit: Int(terminal.pairs)), handler: handler)
        guard loop.start() else {
            curses_close()
            curses_release_signals()
            throw .failed
        }
    }

    deinit { stop() }

    /// Shows a canvas in these colours; replaces one that has not been painted yet.
    public func show(_ canvas: Canvas, palette: Palette) {
        channel.send { $0.frame = TerminalFrame(canvas: canvas, palette: palette) }
    }

    /// Paints every cell anew, after something else wrote on the screen.
    public func repaint() { channel.send { $0.commands.append(.repaint) } }

    /// Listens to the mouse, or leaves it to the terminal for marking text.
    public func setMouse(_ isUsed: Bool) { channel.send { $0.commands.append(.mouse(isUsed)) } }

    /// Asks the terminal to put text on the person's clipboard (OSC 52). Whether it does, nobody can tell.
    /// - Parameter text: sanitised once more; cut at 55,000 bytes, beyond which terminals refuse.
    public func copy(_ text: String) { channel.send { $0.commands.append(.copy(text)) } }

    /// Gives the terminal back and stops the process as Ctrl-Z does; `InputEvent.resumed` follows when it runs again.
    public func suspend() { channel.send { $0.commands.append(.suspend) } }

    /// Gives the terminal back. Waits for a second at most, for a terminal that nobody reads; may be called twice.
    public func stop() {
        channel.send { $0.isStopping = true }
        if !channel.waitUntilFinished(milliseconds: 1_000) { curses_restore_now() }
    }

    /// Opens the terminal under its name, or under that of its twin with direct colour.
    private static func open(_ options: TerminalOptions) throws(TerminalError) -> String {
        guard let name = options.environment["TERM"], !name.isEmpty else { throw .nameIsMissing }
        let term = directColourName(name, options) ?? name
        switch curses_open(term, options.input, options.output, TerminalModes.on, TerminalModes.allOff) {
        case CURSES_OK: return term
        case CURSES_NOT_A_TERMINAL: throw .notATerminal
        case CURSES_UNKNOWN_TERMINAL: throw .unknown(name)
        case CURSES_CANNOT_POSITION: throw .cannotPosition(name)
        default: throw .failed
        }
    }

    private static func directColourName(_ name: String, _ options: TerminalOptions) -> String? {
        guard ["truecolor", "24bit"].contains(options.environment["COLORTERM"]),
            options.depth ?? .truecolour == .truecolour
        else { return nil }
        let suffix = "-256color"
        let twin = (name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name) + "-direct"
        return curses_check(twin, options.output) == CURSES_OK ? twin : nil
    }
}
