import Domain

extension CommandTable {
    static let scope: [Command] = [
        Command(
            name: "scope.environment", word: "environment", group: .scope, keys: [.character("e")],
            description: "look at one environment, or at all",
            argument: .init(label: "NAME", candidates: { ($0.summary?.environments ?? []) + ["all"] }),
            disabledReason: { state in
                state.scope.environment == nil && (state.summary?.environments.count ?? 0) < 2
                    ? "there is only one environment" : nil
            },
            run: { state, text in
                guard let text else {
                    let names = state.summary?.environments ?? []
                    state.overlay = .picker(
                        .names("Environment", "scope.environment", names, present: state.scope.environment))
                    return []
                }
                state.scope.environment = text == "all" ? nil : text
                return []
            }),
        Command(
            name: "scope.service", word: "service", group: .scope, keys: [.character("a")],
            description: "look at one service (application), or at all",
            argument: .init(label: "NAME", candidates: { ($0.summary?.services ?? []) + ["all"] }),
            disabledReason: { state in
                state.scope.service == nil && (state.summary?.services.count ?? 0) < 2
                    ? "there is only one service" : nil
            },
            run: { state, text in
                guard let text else {
                    let names = state.summary?.services ?? []
                    state.overlay = .picker(.names("Service", "scope.service", names, present: state.scope.service))
                    return []
                }
                state.scope.service = text == "all" ? nil : text
                return []
            }),
    ]
}

extension Picker {
    /// A choice among names from telemetry, and all of them.
    static func names(_ title: String, _ command: String, _ names: [String], present: String?) -> Picker {
        let items = [Item(label: "all", value: "all")] + names.map { Item(label: $0, value: $0) }
        let selected = present.flatMap { name in names.firstIndex(of: name) }.map { $0 + 1 } ?? 0
        return Picker(title: title, command: command, items: items, selected: selected)
    }
}
