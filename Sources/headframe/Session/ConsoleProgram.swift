import Console
import Domain
import Drawing
import Glibc
import Storage
import Terminal

/// The running console: the one loop in which events change the state, effects are carried out, and the newest screen is shown.
struct ConsoleProgram {
    let settings: ConsoleSettings
    let themes: [Theme]
    let terminalOptions: TerminalOptions
    let clock: any WallClock
    /// The directory of the store.
    let store: String

    /// Runs until the person quits or the terminal goes away.
    ///
    /// - Throws: `TerminalError` when there can be no screen.
    func run() throws(TerminalError) {
        let queue = EventQueue()
        let terminal = try TerminalThread(terminalOptions) { event in
            if let item = event.item { queue.send(item) }
        }
        defer { terminal.stop() }
        let store = store
        let open: @Sendable () throws -> StoreReader = { try StoreReader.open(store) }
        let answers = Answers(queue: queue, open: open)
        defer { answers.stop() }
        let control = ControlThread(queue: queue, store: store)
        defer { control.stop() }
        var settings = settings
        settings.glyphs = terminal.capabilities.glyphs
        if terminal.capabilities.depth == .monochrome { settings.theme = Theme.monochrome.name }
        var loop = Loop(
            state: ConsoleState(settings), queue: queue, terminal: terminal, answers: answers, control: control,
            open: open,
            palettes: Dictionary(
                themes.map { ($0.name, Palette($0, depth: terminal.capabilities.depth)) },
                uniquingKeysWith: { first, _ in first }),
            clock: clock)
        loop.run()
    }
}

private struct Loop {
    var state: ConsoleState
    let queue: EventQueue
    let terminal: TerminalThread
    let answers: Answers
    let control: ControlThread
    let open: @Sendable () throws -> StoreReader
    let palettes: [String: Palette]
    let clock: any WallClock
    private var isRunning = true

    init(
        state: ConsoleState, queue: EventQueue, terminal: TerminalThread, answers: Answers, control: ControlThread,
        open: @escaping @Sendable () throws -> StoreReader, palettes: [String: Palette], clock: any WallClock
    ) {
        (self.control, self.open) = (control, open)
        (self.state, self.queue, self.terminal, self.answers) = (state, queue, terminal, answers)
        (self.palettes, self.clock) = (palettes, clock)
    }

    mutating func run() {
        handle(.tick(clock.now()))
        var nextTick = Monotonic.seconds() + 1
        while isRunning {
            let items = queue.take(within: nextTick - Monotonic.seconds())
            for item in items {
                switch item {
                case .event(let event): handle(event)
                case .repaint: terminal.repaint()
                case .end: return
                }
            }
            if Monotonic.seconds() >= nextTick {
                handle(.tick(clock.now()))
                nextTick = max(nextTick + 1, Monotonic.seconds())
            }
            if isRunning { show() }
        }
    }

    private func show() {
        guard let palette = palettes[state.theme] ?? palettes[Theme.dark.name] else { return }
        terminal.show(render(state), palette: palette)
    }

    private mutating func handle(_ event: ConsoleEvent) {
        for effect in reduce(&state, event) {
            switch effect {
            case .ask(let id, let question): answers.ask(id, question)
            case .cancel(let id): answers.cancel(id)
            case .copy(let text): terminal.copy(text)
            case .setTheme: break
            case .setMouse(let isUsed): terminal.setMouse(isUsed)
            case .repaint: terminal.repaint()
            case .saveScreenshot(let path): handle(.notice(Screenshot.save(render(state), to: path)))
            case .perform(let id, let command): control.perform(id, command)
            case .exportRequest(let trace, let path): RequestExport.start(trace, to: path, queue: queue, open: open)
            case .exportIncident(let range, let path): IncidentExport.start(range, to: path, queue: queue, open: open)
            case .save(let text, let path): handle(.notice(NewFile.save(text, to: path)))
            case .suspend: terminal.suspend()
            case .quit: isRunning = false
            }
        }
    }
}

/// Seconds on the clock that never jumps.
enum Monotonic {
    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
