import Configuration
import Console
import Domain
import Drawing
import Foundation
import Storage
import Terminal

/// What the arguments and the configuration make of the console, before it is shown on a terminal or as text.
struct ConsoleSession {
    private let settings: Console.ConsoleSettings
    private let themes: ThemeCollection
    private let options: TerminalOptions
    private let clock: any WallClock

    /// - Throws: `ProgramError` that names every mistake.
    init(look: LookOptions, at: String? = nil, last: String? = nil, clock: any WallClock) throws {
        let environment = ProcessInfo.processInfo.environment
        let paths =
            look.config.map(ConfigurationPaths.init(configuration:)) ?? ConfigurationPaths(environment: environment)
        let configured = try Configuration.read(paths, isNamed: look.config != nil).console
        let themes = ThemeCollection(folders: [ResourceFolder.path("themes"), paths.themes].compactMap { $0 })
        let name = look.theme ?? configured.theme
        guard themes.theme(named: name) != nil else {
            let known = themes.themes.map(\.name).joined(separator: ", ")
            throw ProgramError(exit: .configuration, message: "there is no theme '\(name)'; the themes are: \(known)")
        }
        let glyphName = look.glyphs ?? (configured.glyphs.rawValue == "braille" ? nil : configured.glyphs.rawValue)
        let glyphs = glyphName.flatMap(GlyphSet.init)
        if let glyphName, glyphs == nil {
            throw ProgramError(exit: .usage, message: "there are no glyphs '\(glyphName)'; use braille, block or ascii")
        }
        var settings = Console.ConsoleSettings(
            keyMap: try Self.keyMap(configured.keys), themes: themes.themes.map(\.name), theme: name,
            environmentThemes: configured.environmentThemes, glyphs: glyphs ?? .braille,
            usesMouse: configured.mouse && !look.noMouse,
            refresh: Nanoseconds(Int64(configured.refreshSeconds * 1e9)))
        settings.time = try Self.time(at: at, last: last, now: clock.now())
        var options = TerminalOptions(environment: environment)
        (options.glyphs, options.usesMouse) = (glyphs, settings.usesMouse)
        (self.settings, self.themes, self.options, self.clock) = (settings, themes, options, clock)
    }

    /// Runs the console on the terminal over the store in the directory `store`.
    ///
    /// - Parameter isReadOnly: whether every action that changes something is taken away.
    func run(store: String, isReadOnly: Bool = false) throws {
        var (options, settings) = (options, settings)
        (settings.principal, settings.isReadOnly) = (Self.principal, isReadOnly)
        options.log = ConsoleLog.open()
        let program = ConsoleProgram(
            settings: settings, themes: themes.themes, terminalOptions: options, clock: clock, store: store)
        do throws(TerminalError) { try program.run() } catch {
            throw ProgramError(exit: .configuration, message: error.description)
        }
    }

    /// The console's screen over `reader` as text, after the commands `lines`.
    func screenshot(
        from reader: StoreReader, width: Int, height: Int, now: Timestamp, leading lines: [String]
    ) throws -> String {
        var state = ConsoleState(settings)
        func send(_ first: [ConsoleEvent]) throws {
            var events = first
            while !events.isEmpty {
                for effect in reduce(&state, events.removeFirst()) {
                    guard case .ask(let id, let question) = effect else { continue }
                    events.append(.answer(id, .success(try question.answer(from: reader))))
                }
            }
        }
        try send([.resize(width: width, height: height), .tick(now)])
        for line in lines { try send(Key.sequence(":\(line)<enter>").map(ConsoleEvent.key)) }
        return Screenshot.text(render(state))
    }

    /// The user of this process as a collector on this machine names them; nil when the user has no name.
    private static var principal: String? {
        getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { "os:" + String(cString: $0) }
    }

    private static func keyMap(_ bindings: [String: String]) throws -> KeyMap {
        do throws(KeyMapError) { return try KeyMap(rebinding: bindings) } catch {
            throw ProgramError(exit: .configuration, message: error.description)
        }
    }

    private static func time(at: String?, last: String?, now: Timestamp) throws -> TimeSelection {
        var selection = TimeSelection(length: .minutes(15))
        if let last {
            guard let length = TimeText.length(last) else {
                throw ProgramError(exit: .usage, message: "--last \(last): write a length such as 15m, 24h or 7d")
            }
            selection.length = length
        }
        if let at {
            guard let moment = TimeText.moment(at, now: now) else {
                throw ProgramError(
                    exit: .usage, message: "--at \(at): write a moment such as 03:12, 2026-11-24T03:12:00Z or 2h (ago)")
            }
            selection.mode = .past(moment)
        }
        return selection
    }
}
