import Yams

extension Configuration {
    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - text: the YAML; nothing, or comments only, means the defaults.
    ///   - file: what it is called in messages.
    /// - Throws: every mistake in it.
    public init(parsing text: String, file: String = "config.yaml") throws(ConfigurationError) {
        self = try YAMLFile(text, name: file).read(Configuration.schema, into: Configuration())
    }

    /// Reads the configuration file at `path`.
    ///
    /// - Throws: every mistake in it, or why it cannot be read.
    public static func load(_ path: String) throws(ConfigurationError) -> Configuration {
        try Configuration(parsing: TextFile.read(path), file: path)
    }

    /// Every key with a comment and its default, as YAML.
    public static var example: String {
        schema.example(Configuration()).joined(separator: "\n") + "\n"
    }
}
