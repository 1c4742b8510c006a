import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe prompt show`: what a version says, and what happened to its prompt.
struct PromptShowCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A version of a prompt: what it says, who reviewed it, where labels stand.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The version: NAME, NAME@7 or NAME@production.", valueName: "name"))
    var prompt: String

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let version = try reader.version(prompt, at: now)
        guard let history = try reader.promptHistory(version.prompt.name, at: now) else {
            throw ProgramError(exit: .notFound, message: "there is no prompt \(version.prompt.name)")
        }
        let report = PromptReport(version, of: history)
        return json ? report.json.text : report.text
    }
}

extension StoreReader {
    /// The version that somebody named on the command line.
    ///
    /// - Throws: `ProgramError` when it is not there.
    func version(_ text: String, at now: Timestamp) throws -> PromptVersion {
        guard let reference = PromptReference(text) else {
            throw ValidationError("\(text): write NAME, NAME@7 or NAME@LABEL; a name has \(RegistryName.rule).")
        }
        guard let version = try promptVersion(reference, at: now) else {
            throw ProgramError(
                exit: .notFound,
                message: "looking for \(reference): it is not in the store; headframe prompt list says what there is")
        }
        return version
    }
}
