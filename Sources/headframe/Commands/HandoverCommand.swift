import ArgumentParser
import Diagnosis
import Domain
import Storage
import Wording

/// `headframe handover`: what is known of an alert, for whoever takes over.
struct HandoverCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: "What is known of an alert, as Markdown for whoever takes over.",
        discussion: """
            What is wrong and since when, who does what about it, what changed, which calls have it, the worst of them, and how to look at \
            it again. The same as :handover in the console.
            """)

    @OptionGroup var store: StoreOption

    @Argument(
        help: ArgumentHelp(
            "The alert, as 12 hexadecimal digits ('headframe alerts' lists them); what is most urgent when not given.",
            valueName: "alert id"))
    var alert: String?

    @Option(help: ArgumentHelp("As it was at this moment.", valueName: "time"))
    var at: String?

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let moment = try at.map { try Timestamp.read($0, option: "--at", now: now) } ?? now
        guard let board = try reader.alerts(at: moment) else {
            throw ProgramError(
                exit: .notFound,
                message: "looking for alerts in \(store.path): no collector ever looked at a rule there")
        }
        let alert = try chosen(from: board)
        let rule = board.rules.first { $0.rule.name == alert.rule }?.rule
        let dossier = try IncidentDossier.load(DossierQuestion(alert: alert, rule: rule, at: moment), from: reader)
        return Handover(dossier, silence: board.silences.first { $0.id == alert.silence }).markdown
    }

    private func chosen(from board: AlertBoard) throws -> Alert {
        guard let text = alert else {
            guard let first = board.alerts.first else {
                throw ProgramError(exit: .notFound, message: "looking for alerts in \(store.path): there is none")
            }
            return first
        }
        guard let id = AlertID(text) else {
            throw ValidationError("'\(text)' is no alert id: it has 12 hexadecimal digits.")
        }
        guard let alert = board.alerts.first(where: { $0.id == id }) else {
            throw ProgramError(
                exit: .notFound,
                message:
                    "looking for alert \(id) in \(store.path): it is not there (resolved more than a day ago, or of another store)"
            )
        }
        return alert
    }
}
