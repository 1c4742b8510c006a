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

    /// Reads the theme file at `path`.
    ///
    /// - Throws: every mistake in it, or why it cannot be read.
    public static func load(_ path: String) throws(ConfigurationError) -> ThemeFile {
        try ThemeFile(parsing: TextFile.read(path, isOptional: false) ?? "", file: path)
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
