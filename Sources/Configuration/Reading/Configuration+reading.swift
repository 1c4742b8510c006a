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

    /// Reads the files of a user. Files that are not there say nothing.
    ///
    /// - Parameter isNamed: whether the configuration file was named by the user, so that it must be there.
    /// - Throws: every mistake in them, or why they cannot be read.
    public static func load(_ paths: ConfigurationPaths, isNamed: Bool = false) throws(ConfigurationError)
        -> Configuration
    {
        var configuration = Configuration()
        var problems: [ConfigurationProblem] = []
        do throws(ConfigurationError) {
            if let text = try TextFile.read(paths.configuration, isOptional: !isNamed) {
                configuration = try Configuration(parsing: text, file: paths.configuration)
            }
        } catch {
            problems += error.problems
        }
        do throws(ConfigurationError) {
            if let text = try TextFile.read(paths.prices, isOptional: true) {
                configuration.prices += try YAMLFile(text, name: paths.prices).read(.prices)
            }
        } catch {
            problems += error.problems
        }
        guard problems.isEmpty else { throw ConfigurationError(problems) }
        return configuration
    }

    /// Every key with a comment and its default, as YAML.
    public static var example: String {
        (introduction + schema.example(Configuration())).joined(separator: "\n") + "\n"
    }

    /// What the example says before its first key.
    private static let introduction = [
        "# Every key with its default. headframed reads this file at start and again on SIGHUP: all of it or, when there is",
        "# a mistake in it, nothing. Keys that are read at start only keep their values until a restart, and the log says",
        "# so when they were changed. The console reads the file when it starts.", "",
    ]
}
