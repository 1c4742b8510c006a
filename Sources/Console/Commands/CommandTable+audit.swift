extension CommandTable {
    static let audit: [Command] = [
        Command(
            name: "pane.audit", word: "audit", group: .audit, keys: [.character("8")],
            description: "the pane Audit: every change and decision, who, from where, why",
            run: { state, _ in
                state.go(to: .audit)
                return []
            }),
        Command(
            name: "audit.verify", word: "verify", group: .audit, places: [.audit], keys: [.character("V")],
            description: "check every link of the chain, and say whether it holds",
            run: { state, _ in
                state.audit.isVerified = true
                state.audit.asking.forget()
                return []
            }),
    ]
}
