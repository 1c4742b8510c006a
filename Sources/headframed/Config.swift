import ArgumentParser
import Configuration

/// Shows what can be configured.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what can be configured.")

    @Flag(help: "Print every key with its meaning and its default, as a file to begin with.")
    var example = false

    func validate() throws {
        guard example else { throw ValidationError("say what to show: --example") }
    }

    func run() { print(Configuration.example, terminator: "") }
}
