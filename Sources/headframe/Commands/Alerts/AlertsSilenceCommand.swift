import ArgumentParser
import Domain

/// `headframe alerts silence`: alerts that are not to be heard for a while.
struct AlertsSilenceCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "Have alerts not heard for a while: one, those of a rule, or those of a value.",
        discussion: "What is silenced is still looked at and shown, and heard again when the silence ends.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The alert; else name a rule or a value.", valueName: "id"))
    var alert: String?

    @Option(help: ArgumentHelp("All alerts of this rule.", valueName: "name"))
    var rule: String?

    @Option(
        help: ArgumentHelp("All alerts about this value, such as service=support-bot.", valueName: "dimension=value"))
    var of: String?

    @Option(
        name: .customLong("for"), help: ArgumentHelp("For how long: 30m, 2h, 3d; at most 30d.", valueName: "length"))
    var length: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        let covers = [try alert.map { .alert(try .read($0)) }, rule.map { .rule($0) }, try of.map(label)]
            .compactMap(\.self)
        guard let covered = covers.first, covers.count == 1 else {
            throw ValidationError(
                "Say what is silenced, one of: the id of an alert, --rule NAME, --of DIMENSION=VALUE.")
        }
        guard let time = TimeText.length(length), time <= SilenceDraft.longest else {
            throw ValidationError("--for \(length): must be a length such as 30m, 2h or 3d, at most 30d.")
        }
        return .silence(SilenceDraft(covers: covered, length: time, reason: reason))
    }

    private func label(_ text: String) throws -> Silence.Covers {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let dimension = Dimension(rawValue: String(parts[0])), dimension.isSeries else {
            let known = Dimension.allCases.filter(\.isSeries).map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--of \(text): write DIMENSION=VALUE; the dimensions are \(known).")
        }
        return .label(dimension, String(parts[1]))
    }

    func report(_ answer: JSON) -> String {
        guard !json, let silence = Silence(answer) else { return answer.text }
        return "silence \(silence.id) until \(silence.until.rfc3339())"
    }
}
