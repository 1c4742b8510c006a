import ArgumentParser
import Configuration
import ControlClient
import Domain
import PromptDiff
import Reports
import Storage

/// `headframe prompt push`: a file becomes a version.
struct PromptPushCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push", abstract: "Make a version of a prompt file, and show what it changes.",
        discussion: """
            The file has a header of YAML (name, model, parameters, variables, tools, …) between lines of --- and below it the \
            messages, each under a line such as 'system:'. What says the same as the last version is refused.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The prompt file.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Why it was changed.", valueName: "text"))
    var message: String?

    @Flag(help: "Only check it and show what it would change.")
    var dryRun = false

    @Flag(help: "Print JSON.")
    var json = false

    mutating func run() throws {
        try ProgramError.reporting {
            let prompt = try checked()
            let last = try lastVersion(of: prompt.name)
            let difference = last.map { PromptDifferenceReport(from: $0, to: prompt) }
            if !json, let difference, !difference.isEmpty { StandardOutput.write(difference.text + "\n") }
            guard !dryRun else {
                return StandardOutput.write(
                    json ? (difference?.json ?? .null).text : "\(prompt.name): nothing was pushed (--dry-run)")
            }
            let commit = GitCommit(of: file)
            let draft = PromptPushDraft(
                prompt: prompt, message: message ?? "", commit: commit?.hash, commitAuthor: commit?.author)
            var generator = SystemRandomNumberGenerator()
            let answer: JSON
            do throws(ControlRefusal) {
                answer = try ControlClient(store: store.path)
                    .send(.pushPrompt(draft), key: IdempotencyKey(using: &generator))
            } catch {
                throw ProgramError(error)
            }
            guard !json, let version = PromptVersion(answer) else { return StandardOutput.write(answer.text) }
            StandardOutput.write("pushed \(version.id), \(version.digest.short)")
        }
    }

    /// What the file says, when nothing is wrong with it.
    private func checked() throws -> Prompt {
        let read: PromptFile
        do throws(ConfigurationError) {
            read = try PromptFile.load(file)
        } catch {
            throw ProgramError(exit: .usage, message: error.description)
        }
        guard RegistryName.isValid(read.prompt.name) else {
            throw ProgramError(
                exit: .usage, message: "\(file): the name '\(read.prompt.name)' must be \(RegistryName.rule)")
        }
        let report = TemplateReport(read.prompt)
        let problems = report.mistakes.map { finding in
            let start = read.lines.indices.contains(finding.message) ? read.lines[finding.message] : 1
            let place = finding.mistake.place
            return ConfigurationProblem(
                file: file, line: start + place.line - 1, column: place.column, message: finding.mistake.message
            ).description
        }
        guard problems.isEmpty else {
            throw ProgramError(exit: .usage, message: problems.joined(separator: "\n"))
        }
        do throws(ControlRefusal) {
            _ = try read.prompt.canonical()
        } catch {
            throw ProgramError(error)
        }
        for name in report.unused { StandardError.write("\(file): the variable '\(name)' is declared and never used") }
        return read.prompt
    }

    private func lastVersion(of name: String) throws -> PromptVersion? {
        guard let reader = try? store.open() else { return nil }
        return try reader.promptVersion(PromptReference(name: name), at: SystemClock().now())
    }
}
