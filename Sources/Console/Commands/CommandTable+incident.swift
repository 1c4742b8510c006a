import Diagnosis
import Domain
import Wording

extension CommandTable {
    static let incident: [Command] = [
        Command(
            name: "alerts.incident", word: "incident", group: .incident, places: [.alerts],
            keys: [.enter, .character("i")],
            description: "what changed, which calls have it, the worst of them", footerWord: "incident",
            disabledReason: { $0.alertAtHand == nil ? "no alert is selected" : nil },
            run: { state, _ in
                if let alert = state.alertAtHand { state.openIncident(alert) }
                return []
            }),
        Command(
            name: "incident.open", word: "open", group: .incident, places: [.incident], keys: [.enter],
            description: "the selected request, or the calls behind the selected change or group, the worst first",
            disabledReason: { state in
                state.incident.flatMap { $0.selectedIndex(of: $0.focus) } == nil ? "there is no row" : nil
            },
            run: { state, _ throws(CommandFailure) in try state.openInIncident() }),
        Command(
            name: "incident.split", word: "group", group: .incident, places: [.incident], keys: [.character("g")],
            description: "by release, by model, by prompt", disabledReason: nothingIsKnown,
            run: { state, _ in
                state.incident?.splitByNext()
                return []
            }),
        Command(
            name: "incident.export", word: "export", group: .incident, places: [.incident], keys: [.character("E")],
            description: "write all traces of the time of the incident to a file that can be sent and opened",
            argument: .init(label: "incident FILE", candidates: { ["incident \($0.incidentFileName)"] }),
            disabledReason: nothingIsKnown,
            run: { state, text throws(CommandFailure) in try state.exportIncident(text) }),
        Command(
            name: "incident.handover", word: "handover", group: .incident, places: [.incident], keys: [.character("W")],
            description: "write what is known as Markdown for whoever takes over", argument: .init(label: "FILE"),
            disabledReason: nothingIsKnown,
            run: { state, text in state.writeHandover(to: text) }),
    ]

    private static let nothingIsKnown: @Sendable (ConsoleState) -> String? = {
        $0.incident?.dossier == nil ? "nothing is known of it yet" : nil
    }
}

extension ConsoleState {
    /// The file that is proposed for the traces.
    fileprivate var incidentFileName: String {
        let range = incident?.dossier?.question.range
        let minute = (range?.from ?? end).rfc3339(.none).prefix(16).filter { $0 != ":" }
        return "incident-\(minute).db"
    }

    fileprivate mutating func exportIncident(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let range = incident?.dossier?.question.range else { return [] }
        guard let text else {
            overlay = .prompt(Prompt(.command, "export incident \(incidentFileName)"))
            return []
        }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.first == "incident" else {
            throw CommandFailure("write :export incident FILE", at: 0)
        }
        return [.exportIncident(range, path: parts.count > 1 ? parts[1] : incidentFileName)]
    }

    fileprivate func writeHandover(to path: String?) -> [Effect] {
        guard let incident, var dossier = incident.dossier else { return [] }
        // What people did since it was read belongs into it.
        dossier.question.alert = incident.alert
        let silence = incident.alert.silence.flatMap { id in alerts.view?.board.silences.first { $0.id == id } }
        let text = Handover(dossier, silence: silence).markdown
        return [.save(text, path: path ?? "handover-\(incident.id).md")]
    }
}
