import ArgumentParser
import Domain
import Evaluation
import Reports

/// `headframe eval compare`: whether a run is no worse than another.
struct EvalCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare two runs item by item.",
        discussion: """
            Ends with 0 when the second run is no worse than by the margin for every scorer, with 1 when it is worse for one, with 2 \
            when more items are needed.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The run to compare with.", valueName: "run"))
    var baseline: String

    @Argument(help: ArgumentHelp("The run that is judged.", valueName: "run"))
    var candidate: String

    @Option(help: ArgumentHelp("The loss that does not count, between 0 and 1.", valueName: "number"))
    var margin: Double = RunComparison.standardMargin

    @Option(
        help: ArgumentHelp(
            "Judge items by this scorer: \(Scorer.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "scorer"))
    var by: String?

    @Option(help: ArgumentHelp("Show so many of the largest losses.", valueName: "number"))
    var losses: Int = 5

    @Flag(help: "Print JSON with every item.")
    var json = false

    func validate() throws {
        guard margin > 0, margin < 1 else { throw ValidationError("--margin must lie between 0 and 1.") }
        guard losses >= 0 else { throw ValidationError("--losses must not be negative.") }
        if let by, Scorer(rawValue: by) == nil { throw ValidationError("--by \(by): there is no such scorer.") }
    }

    func run() throws {
        var verdict = ComparisonVerdict.undecided
        try ProgramError.reporting {
            let reader = try store.open()
            let comparison = RunComparison(
                baseline: try reader.existingEvaluation(baseline), candidate: try reader.existingEvaluation(candidate),
                margin: margin, leading: by.flatMap { Scorer(rawValue: $0) })
            StandardOutput.write(
                json ? comparison.json.text : RunComparisonReport(comparison, losses: losses).text)
            verdict = comparison.verdict
        }
        switch verdict {
        case .noWorse: return
        case .worse: throw ExitCode(ProgramExit.no.rawValue)
        case .undecided: throw ExitCode(ProgramExit.undecided.rawValue)
        }
    }
}
