/// A word in a theme's value that is neither a colour nor an attribute.
struct ThemeValueError: Error {
    let word: String
}
