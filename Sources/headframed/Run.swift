import ArgumentParser
import Collector
import Configuration

/// Serves until it is told to stop.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve until SIGTERM; SIGHUP reads the configuration again. This is what happens without a command.")

    @Option(help: "Directory of the store; by default HEADFRAME_STORE, else $XDG_DATA_HOME/headframe.")
    var store: String?

    @OptionGroup var settings: ConfigurationOptions

    @Option(help: ArgumentHelp("Where to serve OTLP/HTTP, instead of collector.http.", valueName: "addr:port"))
    var http: ListenAddress?

    @Option(
        help: ArgumentHelp("Where to serve OTLP/gRPC, or off, instead of collector.grpc.", valueName: "addr:port"))
    var grpc: Listening?

    @Option(help: "How to write the log: text or json, instead of collector.log_format.")
    var logFormat: LogFormat?

    func run() throws {
        let configuration: Configuration
        do throws(ConfigurationError) {
            configuration = try settings.load()
        } catch {
            StandardError.write(line: "\(error)")
            throw ExitCode(78)
        }
        var options = CollectorOptions(
            store: store ?? StorePath.standard(environment: Environment.variables), configuration: configuration)
        options.http = http
        options.grpc = grpc
        options.logFormat = logFormat
        throw ExitCode(Daemon.run(options, rereading: settings.load))
    }
}

extension ListenAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Listening: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension LogFormat: ExpressibleByArgument {}
