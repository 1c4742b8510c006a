import ArgumentParser
import Domain

/// Which calls a command looks at.
struct FilterOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only calls that match: status:error model:gpt-4o,gpt-4o-mini latency>3s -release:r42.", valueName: "filter"
        ))
    var filter: String = ""

    /// The filter that the option says.
    func parsed() throws -> Filter {
        do { return try Filter(parsing: filter) } catch {
            throw ValidationError("--filter: \(error)\n  \(filter)\n  \(String(repeating: " ", count: error.offset))^")
        }
    }
}
