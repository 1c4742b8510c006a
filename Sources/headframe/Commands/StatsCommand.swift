import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe stats`: the numbers of calls, grouped.
struct StatsCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Calls, errors, latency, tokens and cost, grouped.",
        discussion: "Counts LLM calls: spans that ask a model and contain no other such span. Answered from rollups.")

    @OptionGroup var store: StoreOption
    @OptionGroup var range: RangeOptions
    @OptionGroup var filter: FilterOption

    @Option(
        help: ArgumentHelp(
            "Group by these, with commas: \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "dimensions"))
    var by: String = ""

    @Option(
        help: ArgumentHelp(
            "Spans of this operation instead of LLM calls: embeddings, retrieval, execute_tool, …", valueName: "name"))
    var operation: String?

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let query = StatsQuery(
            range: try range.range(now: now), by: try dimensions, filter: try filter.parsed(),
            operation: operation.map(Operation.init), at: now)
        let result = try reader.stats(query)
        let report = StatsReport(query, result)
        let text = json ? report.json.text : report.text
        if case .damaged(let what) = result.coverage {
            StandardOutput.write(text)
            throw ProgramError(
                exit: .damaged, message: "reading \(store.path): the store is damaged (\(what)); run 'headframe doctor'"
            )
        }
        return text
    }

    private var dimensions: [Dimension] {
        get throws {
            try by.split(separator: ",").map { name in
                guard let dimension = Dimension(rawValue: String(name)) else {
                    let known = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--by \(name): nothing is called that; use \(known).")
                }
                return dimension
            }
        }
    }
}
