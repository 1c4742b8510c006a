import Domain

extension CommandTable {
    static let health: [Command] = [
        Command(
            name: "pane.health", word: "health", group: .health, keys: [],
            description:
                "how telemetry arrives: who sends, in which dialect, what is late, refused, unpriced or doubtful",
            run: { state, _ in
                state.go(to: .health)
                return []
            }),
        Command(
            name: "health.open", word: "open", group: .health, places: [.health], keys: [.enter],
            description: "the newest requests of the selected service",
            disabledReason: { $0.health.selected == nil ? "nothing was sent yet" : nil },
            run: { state, _ throws(CommandFailure) in
                guard let source = state.health.selected else { return [] }
                try state.openRequests(filter: "service:\(Filter.written(source.service))", order: .newest)
                return []
            }),
    ]
}
