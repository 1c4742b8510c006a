/// How the console looks and behaves.
public struct ConsoleSettings: Hashable, Sendable {
    /// A built-in theme, or the name of a file in the folder `themes` beside the configuration.
    public var theme = "dark"
    public var glyphs = Glyphs.braille
    /// Seconds between two looks at the store.
    public var refreshSeconds = 1.0
    public var mouse = true
    /// Keys by the name of the command, where they differ from the built-in ones.
    public var keys: [String: String] = [:]
    /// Themes by environment, so that production does not look like the rest.
    public var environmentThemes: [String: String] = [:]

    /// The characters that charts are drawn with.
    public enum Glyphs: String, CaseIterable, Sendable {
        case braille
        case block
        case ascii
    }

    /// The defaults.
    public init() {}
}
