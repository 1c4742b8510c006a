import Domain
import Drawing
import PromptDiff

extension SettingChange {
    /// What changed, as people call it: `temperature`, `tool lookup_order parameters.order.type`.
    public var name: String {
        let subject =
            switch subject {
            case .model: "model"
            case .syntax: "template syntax"
            case .parameter(let name): name
            case .retrievalIndex: "index"
            case .responseFormat: "response format"
            case .tool(let name): "tool \(name)"
            case .toolOrder: "order of tools"
            case .variable(let name): "variable \(name)"
            case .notes: "notes"
            }
        return path.isEmpty ? subject : subject + " " + path
    }

    /// One of its values; texts without quotation marks.
    func text(of value: JSON?) -> String { value.map { $0.string ?? $0.text } ?? "none" }

    /// The change on one line; values that are long are said to be another.
    var shortText: StyledText {
        let (before, after) = (text(of: old), text(of: new))
        let name = StyledText(name + " ", .textMuted)
        guard before.utf8.count <= 40, after.utf8.count <= 40 else {
            let word = old == nil ? "added" : new == nil ? "removed" : "changed"
            return name + StyledText(word, .statusWarning)
        }
        return name + StyledText(before, .diffRemoved) + StyledText(" → ", .textMuted) + StyledText(after, .diffAdded)
    }
}
