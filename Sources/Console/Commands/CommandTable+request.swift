import Domain

extension CommandTable {
    static let request: [Command] =
        [
            Command(
                name: "request.open", word: "request", group: .request, keys: [],
                description: "open a request by its trace id", argument: .init(label: "TRACE"),
                run: { state, text throws(CommandFailure) in
                    guard let trace = text.flatMap({ TraceID(hex: $0) }) else {
                        throw CommandFailure("write a trace id: 32 hexadecimal digits", at: 0)
                    }
                    state.openRequest(trace: trace, span: nil)
                    return []
                }),
            Command(
                name: "request.fold", word: "fold", group: .request, places: [.request],
                keys: [.enter, .character("z")],
                description: "unfold or fold the selected step or part of the conversation; open the selected turn",
                footerWord: "open",
                disabledReason: { $0.request?.waterfall.tree == nil ? "there is nothing of the request yet" : nil },
                run: { state, _ in
                    if let turn = state.request?.selectedTurn {
                        state.openTurn(turn)
                    } else {
                        state.request?.toggleFold()
                    }
                    return []
                }),
            Command(
                name: "request.foldAll", word: "fold-all", group: .request, places: [.request], keys: [.character("u")],
                description: "unfold everything in the panel, or fold it again", footerWord: "unfold all",
                disabledReason: isNotThere,
                run: change { request in
                    switch request.focus {
                    case .steps: request.waterfall.toggleAll()
                    case .reading: request.read { $0.toggleAll() }
                    }
                }),
            Command(
                name: "request.view", word: "attributes", group: .request, places: [.request], keys: [.character("v")],
                description: "all attributes of the step as they came, or its conversation again",
                disabledReason: isNotThere,
                run: change { $0.toggleView() }),
            Command(
                name: "request.failure", word: "failure", group: .request, places: [.request], keys: [.character("x")],
                description: "go to the next step that failed",
                disabledReason: {
                    isNotThere($0) ?? ($0.request?.waterfall.tree?.failures.isEmpty == false ? nil : "no step failed")
                },
                run: change { request in
                    guard let tree = request.waterfall.tree else { return }
                    let present = request.waterfall.row?.position ?? -1
                    let next = tree.failures.first { $0 > present } ?? tree.failures.first
                    if let next { request.waterfall.reveal(next) }
                }),
            Command(
                name: "request.search", word: "search", group: .request, places: [.request], keys: [.character("/")],
                description: "look for text in what is read; n and p go to the next place and the one before",
                argument: .init(label: "TEXT"), disabledReason: isNotThere,
                run: { state, text in state.search(text) }),
            Command(
                name: "request.nextMatch", word: "next-match", group: .request, places: [.request],
                keys: [.character("n")],
                description: "go to the next place that the search found", footerWord: "next",
                disabledReason: hasNoMatch,
                run: change { request in request.read { $0.goToMatch(1) } }),
            Command(
                name: "request.previousMatch", word: "previous-match", group: .request, places: [.request],
                keys: [.character("p")], description: "go to the place before that the search found",
                disabledReason: hasNoMatch, run: change { request in request.read { $0.goToMatch(-1) } }),
        ] + requestActions

    /// A command that only changes what is seen of the request.
    static func change(_ change: @escaping @Sendable (inout RequestState) -> Void) -> Command.Run {
        { state, _ in
            guard var request = state.request else { return [] }
            change(&request)
            state.request = request
            return []
        }
    }

    static let isNotThere: @Sendable (ConsoleState) -> String? = {
        if $0.request?.selectedTurn != nil { return "this is the list of turns: Esc leads back" }
        return $0.request?.waterfall.tree == nil ? "there is nothing of the request yet" : nil
    }
    private static let hasNoMatch: @Sendable (ConsoleState) -> String? = {
        isNotThere($0) ?? ($0.request?.document.matches.isEmpty == false ? nil : "nothing is searched for: / does")
    }
}

extension ConsoleState {
    /// Looks for text in what is read.
    mutating func search(_ text: String?) -> [Effect] {
        guard let text else {
            overlay = .prompt(Prompt(.search))
            return []
        }
        request?.focus = .reading
        let count = request?.read { $0.search(text) } ?? 0
        if !text.isEmpty {
            tell(count > 0 ? .done : .failed, count == 0 ? "'\(text)' is not in it" : "in \(count) lines")
        }
        return []
    }
}
