import ArgumentParser
import Domain
import Storage

/// What every decision about a rollout has.
struct RolloutDecisionOptions: ParsableArguments {
    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The rollout.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(
        help: ArgumentHelp(
            "The evidence that was seen, as show prints it; how things stand now when it is left out.",
            valueName: "digest"))
    var evidence: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// The command, bound to the evidence when its verb is.
    func command(_ verb: RolloutCommand.Verb, override: String? = nil) throws -> ControlCommand {
        let id = try RolloutID.read(id)
        var command = RolloutCommand(verb, reason: reason, override: override)
        if verb.isBound {
            if let evidence {
                guard let digest = ContentDigest(evidence) else {
                    throw ValidationError(
                        "--evidence must be 64 hexadecimal digits, as 'headframe rollout show' prints them")
                }
                command.basis = digest
            } else {
                let now = SystemClock().now()
                command.basis = try store.open().rollout(id, at: now.advanced(by: .minutes(1)))?.standing?.basis.digest
            }
            guard command.basis != nil else {
                throw ProgramError(exit: .notFound, message: "there is no rollout \(id) that anything is known of")
            }
        }
        return .rollout(id, command)
    }

    func report(_ answer: JSON) -> String {
        guard !json, let phase = answer["phase"]?.string, let weight = answer["weight"]?.double else {
            return answer.text
        }
        return "rollout \(id): \(phase), canary \((weight * 1000).rounded() / 10) %"
    }
}

/// A decision about a rollout.
protocol RolloutDeciding: CommandingCommand {
    static var verb: RolloutCommand.Verb { get }
    var options: RolloutDecisionOptions { get }
}

extension RolloutDeciding {
    var store: StoreOption { options.store }
    func command() throws -> ControlCommand { try options.command(Self.verb) }
    func report(_ answer: JSON) -> String { options.report(answer) }
}

extension RolloutID {
    /// The rollout that somebody named on the command line.
    static func read(_ text: String) throws -> RolloutID {
        guard let id = RolloutID(text) else { throw ValidationError("'\(text)' is no rollout: it is a whole number") }
        return id
    }
}
