import ArgumentParser
import Configuration

/// Which configuration is read.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .customLong("config"), help: "Configuration file; by default config.yaml in $XDG_CONFIG_HOME/headframe.")
    var file: String?

    var paths: ConfigurationPaths {
        file.map { ConfigurationPaths(configuration: $0) } ?? ConfigurationPaths(environment: Environment.variables)
    }

    /// Reads it.
    func load() throws(ConfigurationError) -> Configuration {
        try Configuration.load(paths, isNamed: file != nil)
    }
}
