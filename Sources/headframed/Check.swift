import ArgumentParser
import Collector
import Configuration

/// Looks for mistakes in the configuration.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every mistake in the configuration, by line; ends with 0 when there is none, else with 78.")

    @OptionGroup var settings: ConfigurationOptions

    func run() throws {
        do throws(ConfigurationError) {
            _ = try settings.load()
        } catch {
            StandardError.write(line: "\(error)")
            throw ExitCode(78)
        }
        print("\(settings.paths.configuration): no mistakes")
    }
}
