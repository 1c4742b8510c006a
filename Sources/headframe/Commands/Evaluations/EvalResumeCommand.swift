import ArgumentParser
import Domain

/// `headframe eval resume`: a run that stopped goes on.
struct EvalResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let a run that stopped go on; what failed is asked again.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var number: String

    @Option(
        help: ArgumentHelp("Stop when the run has cost so much in all; as before when not given.", valueName: "dollars")
    )
    var limitUsd: Double?

    @Flag(help: "Do not wait for the end.")
    var detach = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard let id = EvaluationRunID(number) else { throw ValidationError("'\(number)' is no number of a run.") }
        let limit = limitUsd.flatMap { Money(usd: $0) }
        guard limitUsd == nil || limit.map({ $0 > .zero }) == true else {
            throw ValidationError("--limit-usd must be a positive number of dollars.")
        }
        try EvaluationFollower(store: store, json: json)
            .send(.resumeEvaluation(id, EvaluationResumption(limit: limit)), detached: detach)
    }
}

/// `headframe eval stop`: a run ends before its time.
struct EvalStopCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "End a run before its time; it can go on later.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var number: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        guard let id = EvaluationRunID(number) else { throw ValidationError("'\(number)' is no number of a run.") }
        return .stopEvaluation(id)
    }

    func report(_ answer: JSON) -> String { json ? answer.text : "stopped" }
}
