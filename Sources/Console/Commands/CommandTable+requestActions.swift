import Domain

extension CommandTable {
    /// What is said of a request, copied of it, and done with the session to which it belongs.
    static let requestActions: [Command] = [
        Command(
            name: "request.good", word: "good", group: .request, places: [.request], keys: [.character("+")],
            description: "the answer is good; again takes that back", danger: .changes,
            disabledReason: { $0.actionsAreOff },
            run: { state, _ throws(CommandFailure) in try state.rate(.up) }),
        Command(
            name: "request.bad", word: "bad", group: .request, places: [.request], keys: [.character("-")],
            description: "the answer is bad; again takes that back", danger: .changes,
            disabledReason: { $0.actionsAreOff },
            run: { state, _ throws(CommandFailure) in try state.rate(.down) }),
        Command(
            name: "request.correct", word: "correct", group: .request, places: [.request], keys: [.character("c")],
            description: "write what the answer should have been", danger: .changes,
            disabledReason: { $0.actionsAreOff }, run: { state, _ in state.write(.correction) }),
        Command(
            name: "request.note", word: "note", group: .request, places: [.request], keys: [.character("N")],
            description: "write a note about the answer", danger: .changes, disabledReason: { $0.actionsAreOff },
            run: { state, _ in state.write(.note) }),
        Command(
            name: "request.copy", word: "copy", group: .request, places: [.request], keys: [.character("y")],
            description: "copy the selected step or part, or what is named",
            argument: .init(
                label: "trace|span|conversation", candidates: { _ in ["trace", "span", "conversation"] }),
            disabledReason: isNotThere,
            run: { state, text throws(CommandFailure) in try state.copyOfRequest(text) }),
        Command(
            name: "request.trace", word: "trace", group: .request, places: [.request], keys: [.character("o")],
            description: "copy the trace id, to open it elsewhere",
            run: { state, _ throws(CommandFailure) in try state.copyOfRequest("trace") }),
        Command(
            name: "request.export", word: "export", group: .request, places: [.request], keys: [.character("E")],
            description: "write the request as JSON to a new file", argument: .init(label: "FILE"),
            disabledReason: isNotThere,
            run: { state, text in
                guard let trace = state.request?.trace else { return [] }
                return [.exportRequest(trace, path: text ?? "request-\(trace).json")]
            }),
        Command(
            name: "session.previous", word: "previous-turn", group: .request, places: [.request],
            keys: [.character("<")], description: "the turn before of the same session",
            disabledReason: { $0.turnIsMissing(-1) },
            run: { state, _ in
                state.goToTurn(-1)
                return []
            }),
        Command(
            name: "session.next", word: "next-turn", group: .request, places: [.request], keys: [.character(">")],
            description: "the next turn of the same session", footerWord: "turn",
            disabledReason: { $0.turnIsMissing(1) },
            run: { state, _ in
                state.goToTurn(1)
                return []
            }),
        Command(
            name: "session.turns", word: "session", group: .request, places: [.request], keys: [.character("s")],
            description: "all turns of the session, or the request again",
            disabledReason: { $0.session?.answer == nil ? "the request says no session" : nil },
            run: { state, _ in
                guard let trace = state.request?.trace else { return [] }
                let isShown = state.request?.selectedTurn != nil
                state.request?.selectedTurn = isShown ? nil : state.session?.position(of: trace) ?? 0
                return []
            }),
    ]
}
