/// How a theme shows one role; what it leaves open comes from the role's fallback.
public struct Appearance: Hashable, Sendable {
    /// The colour of letters.
    public var foreground: Colour?
    /// The colour behind them.
    public var background: Colour?
    /// Attributes.
    public var attributes: Attributes

    /// Colours and attributes.
    public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Reads `foreground [on background] [attribute …]`, each part optional: `#e0b040 on black bold`.
    /// - Parameters:
    ///   - text: the value in a theme file.
    ///   - palette: names that the theme gives to colours.
    /// - Throws: `ThemeValueError` with the word that was not understood.
    init(parsing text: String, palette: [String: Colour]) throws(ThemeValueError) {
        self.init()
        var isBackground = false
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init) {
            if let attribute = Attributes.names.first(where: { $0.1 == word.lowercased() }) {
                attributes.insert(attribute.0)
            } else if word == "on", !isBackground {
                isBackground = true
            } else if let colour = palette[word] ?? Colour(word) {
                if isBackground, background == nil {
                    background = colour
                } else if !isBackground, foreground == nil {
                    foreground = colour
                } else {
                    throw ThemeValueError(word: word)
                }
            } else {
                throw ThemeValueError(word: word)
            }
        }
    }
}
