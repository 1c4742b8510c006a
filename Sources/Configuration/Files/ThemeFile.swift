/// A theme as its file says it, without knowledge of roles and colours: what they mean is said where they are drawn.
public struct ThemeFile: Hashable, Sendable {
    /// What people choose it by.
    public var name = ""
    public var variant = Variant.dark
    /// The theme whose values stand where this one has none.
    public var inherits: String?
    /// Names for colours, such as `amber: "#e0b040"`.
    public var palette: [String: String] = [:]
    /// What roles look like, such as `status.warning: amber bold`.
    public var roles: [String: String] = [:]
    /// Whether it was made for another program, so that its colours are to be made legible where they are not.
    public private(set) var isImported = false

    /// The ground for which a theme is made.
    public enum Variant: String, CaseIterable, Sendable {
        case dark
        case light
    }

    /// Reads a theme.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - file: what it is called in messages.
    /// - Throws: every mistake in it.
    public init(parsing text: String, file: String) throws(ConfigurationError) {
        self = try YAMLFile(text, name: file).read(ThemeFile.schema, into: ThemeFile())
        guard !name.isEmpty else {
            throw ConfigurationError([
                ConfigurationProblem(file: file, message: "a theme needs a name: add the key name")
            ])
        }
    }

    /// A theme of another program.
    init(imported name: String, _ variant: Variant, palette: [String: String], roles: [String: String]) {
        (self.name, self.variant, self.palette, self.roles) = (name, variant, palette, roles)
        isImported = true
    }

    /// Reads the theme file at `path`: one of Headframe's own, a base16 or base24 scheme, or one of btop (`.theme`).
    ///
    /// - Throws: every mistake in it, or why it cannot be read.
    public static func load(_ path: String) throws(ConfigurationError) -> ThemeFile {
        let text = try TextFile.read(path, isOptional: false) ?? ""
        if path.hasSuffix(".theme") { return try ThemeFile(btop: text, file: path) }
        return try isBase16(text) ? ThemeFile(base16: text, file: path) : ThemeFile(parsing: text, file: path)
    }

    private init() {}

    private static var schema: Schema<ThemeFile> {
        Schema<ThemeFile>(
            .value("name", \.name, .text, "What people choose it by."),
            .value("variant", \.variant, .choice, "The ground for which it is made."),
            .value("inherits", \.inherits, .optionalText, "The theme whose values stand where this one has none."),
            .value("palette", \.palette, .textMap, "Names for colours."),
            .value("roles", \.roles, .textMap, "What roles look like."))
    }
}
