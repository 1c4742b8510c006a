import Testing
import TestSupport

@testable import Console

@Suite("Key map and command table")
struct KeyMapTests {
    @Test("every command has a name and a word of its own, and a description")
    func names() {
        let commands = CommandTable.commands
        #expect(Set(commands.map(\.name)).count == commands.count)
        for place in Place.allCases {
            let words = commands.filter { $0.belongs(to: place) }.map(\.word)
            #expect(Set(words).count == words.count)
        }
        #expect(Set(commands.map(\.name)).isDisjoint(with: commands.map(\.word)))
        #expect(commands.allSatisfy { !$0.description.isEmpty && !$0.description.hasSuffix(".") })
    }

    @Test(
        "no two commands claim a key anywhere, and every command is reached by a key or with something after its word")
    func standard() {
        for place in Place.allCases {
            let keys = CommandTable.commands.filter { $0.belongs(to: place) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count)
        }
        for command in CommandTable.commands where command.keys.isEmpty {
            #expect(command.argument != nil || ["time.live", "pane.health"].contains(command.name))
        }
        #expect(CommandTable.footer.count == CommandTable.footerNames.count)
    }

    /// What is said of an answer can be taken back with the same key, and a review only begins a line that is to be finished.
    private static let signs = ["request.good", "request.bad", "request.correct", "comparison.review"]

    @Test("what changes something has an upper-case key, far from the keys that move")
    func danger() {
        for command in CommandTable.commands where command.danger == .changes && !Self.signs.contains(command.name) {
            for case .character(let scalar) in command.keys { #expect(scalar.properties.isUppercase) }
        }
    }

    @Test("keys are written and read alike", arguments: CommandTable.commands.flatMap(\.keys))
    func spelling(key: Key) {
        #expect(Key(key.description) == key)
        #expect(!key.label.isEmpty)
    }

    @Test(
        "what terminals cannot tell apart is no key",
        arguments: ["ctrl-h", "ctrl-i", "ctrl-j", "ctrl-m", "alt-x", "f1", "", "ab", "é"])
    func noKeys(text: String) { #expect(Key(text) == nil) }

    @Test("rebound keys replace the standard ones")
    func rebinding() throws {
        let map = try KeyMap(rebinding: ["overview.group": "G ctrl-g", "overview.sort": "g"])
        #expect(map.command(for: .character("G"), in: .overview)?.name == "overview.group")
        #expect(map.command(for: .control("g"), in: .overview)?.name == "overview.group")
        #expect(map.command(for: .character("g"), in: .overview)?.name == "overview.sort")
        #expect(map.command(for: .character("s"), in: .overview) == nil)
    }

    @Test("every mistake is told at once, with the command whose line is wrong")
    func mistakes() {
        let error = #expect(throws: KeyMapError.self) {
            try KeyMap(rebinding: ["overview.group": "s f1", "console.nothing": "x", "move.up": "J", "move.down": "J"])
        }
        #expect(
            error?.mistakes.map(\.description) == [
                "console.nothing: there is no command of this name; :help lists them",
                "overview.group: 'f1' is no key: write a sign, ctrl-l, space, enter, up …",
                "overview.group: s already belongs to overview.sort", "move.up: J already belongs to move.down",
            ])
    }

    @Test("the key table of the README")
    func markdown() { expectSnapshot(text: KeyMap.standard.markdown, "console/key-table") }

    @Test("footer and help show rebound keys")
    func rebound() throws {
        let settings = ConsoleSettings(keyMap: try KeyMap(rebinding: ["overview.group": "G", "console.help": "K"]))
        var session = Session(Scene.calm, settings: settings)
        #expect(session.screen.last?.contains("G group") == true)
        session.press("K")
        #expect(session.shows("G           :group"))
    }
}

extension KeyMapError.Mistake {
    var description: String { "\(command): \(reason)" }
}
