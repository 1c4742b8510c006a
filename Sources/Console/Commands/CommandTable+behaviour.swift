import Comparison
import Domain

extension CommandTable {
    static let behaviour: [Command] = [
        Command(
            name: "behaviour.tag", word: "tag", group: .comparison, places: [.behaviour], keys: [.character("g")],
            description: "only questions with the next tag, or with the one named; all after the last",
            argument: .init(label: "TAG", candidates: { $0.comparison?.behaviour.runs?.tags ?? [] }),
            disabledReason: {
                $0.comparison?.behaviour.runs?.tags.isEmpty ?? true ? "no question has a tag" : nil
            },
            run: { state, text throws(CommandFailure) in
                if let text, state.comparison?.behaviour.runs?.tags.contains(text) != true {
                    throw CommandFailure("no question has the tag \(text)", at: 0)
                }
                let tag = text ?? state.comparison?.behaviour.nextTag
                state.comparison?.behaviour.choose(tag: tag)
                return []
            }),
        Command(
            name: "behaviour.form", word: "unified", group: .comparison, places: [.behaviour], keys: [.character("u")],
            description: "old answer above the new one, or beside each other",
            run: { state, _ in
                let isNarrow = state.size.widthClass == .narrow
                state.changeComparison { $0.form = $0.form(isNarrow: isNarrow) == .unified ? .sideBySide : .unified }
                return []
            }),
        scroll("down", [.control("e")], "scroll the answers down", 3),
        scroll("up", [.control("y")], "scroll the answers up", -3),
    ]

    private static func scroll(_ name: String, _ keys: [Key], _ description: String, _ lines: Int) -> Command {
        Command(
            name: "behaviour.\(name)", word: "scroll-\(name)", group: .comparison, places: [.behaviour], keys: keys,
            description: description, footerWord: "scroll",
            run: { state, _ in
                let offset = (state.comparison?.behaviour.offset ?? 0) + lines
                state.comparison?.behaviour.offset = min(max(0, offset), 2_000)
                return []
            })
    }
}
