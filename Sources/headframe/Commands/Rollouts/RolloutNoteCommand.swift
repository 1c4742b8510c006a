import ArgumentParser
import Domain

/// `headframe rollout note`.
struct RolloutNoteCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(commandName: "note", abstract: "Write something beside a rollout.")
    static let verb = RolloutCommand.Verb.note

    @OptionGroup var options: RolloutDecisionOptions
}
