import ArgumentParser
import Configuration
import Domain
import Foundation

/// `headframe eval run`: every question of a golden set, asked and judged.
struct EvalRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Ask an endpoint every question of a golden set, and judge the answers.",
        discussion: """
            The collector asks, so that keys and limits stand in one place and the terminal may be closed. What was asked before is \
            not asked again. Ends with 0 when every item was settled, with 2 when the run stopped; headframe eval resume goes on.
            """)

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("The golden set: a JSON object a line.", valueName: "file"))
    var golden: String

    @Option(help: ArgumentHelp("A version of the registry (NAME@V), or a prompt file.", valueName: "prompt"))
    var prompt: String

    @Option(help: ArgumentHelp("Another model than the prompt names.", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("An endpoint of the configuration; the first when not given.", valueName: "name"))
    var endpoint: String?

    @Option(help: ArgumentHelp("Stop when the run has cost so much.", valueName: "dollars"))
    var limitUsd: Double?

    @Option(help: ArgumentHelp("Questions under way at one time.", valueName: "number"))
    var concurrency: Int?

    @Option(
        help: ArgumentHelp(
            "Judge these answers instead of asking: a JSON object with id and answer a line.", valueName: "file"))
    var answers: String?

    @Flag(help: "Do not wait for the end.")
    var detach = false

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let limitUsd, !(limitUsd > 0 && Money(usd: limitUsd) != nil) {
            throw ValidationError("--limit-usd must be a positive number of dollars.")
        }
        if let concurrency, !(1...EvaluationDraft.mostConcurrency).contains(concurrency) {
            throw ValidationError("--concurrency must lie between 1 and \(EvaluationDraft.mostConcurrency).")
        }
        if answers != nil, endpoint != nil { throw ValidationError("--answers asks no --endpoint.") }
    }

    func run() throws {
        let draft: EvaluationDraft
        do {
            let name = URL(filePath: golden).deletingPathExtension().lastPathComponent
            draft = EvaluationDraft(
                try subject, goldenName: name, goldenLines: try text(of: golden), model: model, endpoint: endpoint,
                concurrency: concurrency, limit: limitUsd.flatMap { Money(usd: $0) },
                answerLines: try answers.map { try text(of: $0) })
        } catch let error as ProgramError {
            throw error.report()
        } catch let error as ConfigurationError {
            throw ProgramError(exit: .configuration, message: error.description).report()
        }
        try EvaluationFollower(store: store, json: json).send(.startEvaluation(draft), detached: detach)
    }

    /// A file where there is one of that name, else a version of the registry.
    private var subject: EvaluationDraft.Subject {
        get throws {
            if FileManager.default.fileExists(atPath: prompt) { return .file(try PromptFile.load(prompt).prompt) }
            guard let reference = PromptReference(prompt) else {
                throw ProgramError(
                    exit: .usage, message: "--prompt \(prompt): is no file, and no version such as support-answer@7")
            }
            return .registered(reference)
        }
    }

    private func text(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProgramError(exit: .notFound, message: "reading \(path): there is no such file, or it cannot be read")
        }
        guard data.count <= EvaluationDraft.longestLines, let text = String(validating: data, as: UTF8.self) else {
            throw ProgramError(
                exit: .usage,
                message: "reading \(path): it is no UTF-8 text of at most \(EvaluationDraft.longestLines) bytes")
        }
        return text
    }
}
