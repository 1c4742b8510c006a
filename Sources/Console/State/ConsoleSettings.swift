import Domain
import Drawing

/// What a person has decided before the console starts; from the configuration and the arguments.
public struct ConsoleSettings: Sendable {
    /// Which key means which command.
    public var keyMap: KeyMap
    /// The names of all themes, in the order in which the chooser shows them.
    public var themes: [String]
    /// The name of the theme that is drawn with.
    public var theme: String
    /// Names of themes by environment, so that production does not look like the rest.
    public var environmentThemes: [String: String]
    /// The characters that the terminal can be trusted with.
    public var glyphs: GlyphSet
    /// Whether to listen to the mouse.
    public var usesMouse: Bool
    /// Which part of the world is looked at first.
    public var scope: Scope
    /// Which time is looked at first.
    public var time: TimeSelection
    /// How often at most new data are asked for while they arrive.
    public var refresh: Nanoseconds
    /// Who sits here, as the collector names them: `os:` and a name; nil when that is not known.
    public var principal: String?
    /// Whether every action that changes something is taken away.
    public var isReadOnly: Bool

    /// Settings, each with the value that suits most people.
    public init(
        keyMap: KeyMap = .standard, themes: [String] = Theme.builtIn.map(\.name), theme: String = Theme.dark.name,
        environmentThemes: [String: String] = [:], glyphs: GlyphSet = .braille, usesMouse: Bool = true,
        scope: Scope = Scope(),
        time: TimeSelection = TimeSelection(length: .minutes(15)), refresh: Nanoseconds = .seconds(1),
        principal: String? = nil, isReadOnly: Bool = false
    ) {
        (self.keyMap, self.themes, self.theme) = (keyMap, themes, theme)
        (self.environmentThemes, self.glyphs) = (environmentThemes, glyphs)
        (self.principal, self.isReadOnly) = (principal, isReadOnly)
        (self.usesMouse, self.scope, self.time, self.refresh) = (usesMouse, scope, time, refresh)
    }
}
