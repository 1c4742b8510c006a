import Domain
import Drawing
import PromptDiff

/// The answer of `headframe prompt diff`: what differs between two versions.
public struct PromptDifferenceReport: Sendable {
    private let old: PromptVersionID
    private let new: PromptVersionID?
    private let difference: PromptDifference
    /// Lines around a change that are shown as well.
    private static let context = 3

    /// What differs between two versions.
    public init(from old: PromptVersion, to new: PromptVersion) {
        (self.old, self.new) = (old.id, new.id)
        difference = PromptDifference(from: old.prompt, to: new.prompt)
    }

    /// What a prompt that is not pushed yet changes.
    public init(from old: PromptVersion, to new: Prompt) {
        (self.old, self.new) = (old.id, nil)
        difference = PromptDifference(from: old.prompt, to: new)
    }

    /// Whether both say the same.
    public var isEmpty: Bool { difference.isEmpty }

    /// What differs: settings, variables, tokens, and the lines that are not the same.
    public var json: JSON {
        [
            "from": .string(old.description), "to": JSON(new?.description), "same": .bool(isEmpty),
            "whitespace_only": .bool(difference.text.isWhitespaceOnly),
            "settings": .array(
                difference.settings.map { change in
                    [
                        "setting": .string(change.name), "old": change.old ?? .null, "new": change.new ?? .null,
                    ]
                }),
            "added_variables": .array(difference.addedVariables.map(JSON.string)),
            "lost_variables": .array(difference.lostVariables.map(JSON.string)),
            "tokens": ["old": JSON(difference.oldTokens), "new": JSON(difference.newTokens)],
            "cached_prefix": [
                "old": JSON(difference.cachedPrefix.old), "new": JSON(difference.cachedPrefix.new),
                "kept": JSON(difference.cachedPrefix.kept),
            ], "rows": .array(difference.text.rows.filter { !$0.isSame }.map(\.json)),
        ]
    }

    /// The same for people: `[-words that are gone-]`, `{+words that are new+}`.
    public var text: String {
        guard !isEmpty else { return "\(old) and \(new?.description ?? "the file") say the same" }
        return (["\(old) → \(new?.description ?? "the file")"] + facts + [""] + lines).joined(separator: "\n")
    }

    private var facts: [String] {
        var facts = difference.settings.map { change in
            "\(change.name): \(change.old?.text ?? "none") → \(change.new?.text ?? "none")"
        }
        if !difference.addedVariables.isEmpty {
            facts.append("new variables: " + difference.addedVariables.joined(separator: ", "))
        }
        if !difference.lostVariables.isEmpty {
            facts.append("lost variables: " + difference.lostVariables.joined(separator: ", "))
        }
        facts.append("tokens ≈ \(difference.oldTokens) → \(difference.newTokens)")
        let prefix = difference.cachedPrefix
        if prefix.isLost { facts.append("of the cached prefix of ≈ \(prefix.old) tokens ≈ \(prefix.kept) are kept") }
        if difference.text.isWhitespaceOnly { facts.append("only white space differs in the text") }
        return facts.map { Text.sanitized($0) }
    }

    private var lines: [String] {
        let rows = difference.text.rows
        var shown = Set<Int>()
        for (index, row) in rows.enumerated() where !row.isSame {
            shown.formUnion(max(0, index - Self.context)...min(rows.count - 1, index + Self.context))
        }
        var lines: [String] = []
        var hidden = 0
        for (index, row) in rows.enumerated() {
            guard shown.contains(index) else {
                hidden += 1
                continue
            }
            if hidden > 0 { lines.append("  … \(hidden) \(hidden == 1 ? "line" : "lines")") }
            hidden = 0
            lines += row.lines
        }
        if hidden > 0 { lines.append("  … \(hidden) \(hidden == 1 ? "line" : "lines")") }
        return lines
    }
}

extension SettingChange {
    /// What changed, such as `temperature` or `tool search: parameters.order`.
    fileprivate var name: String {
        let name =
            switch subject {
            case .model: "model"
            case .syntax: "template"
            case .parameter(let name): name
            case .retrievalIndex: "index"
            case .responseFormat: "response format"
            case .tool(let name): "tool \(name)"
            case .toolOrder: "order of tools"
            case .variable(let name): "variable \(name)"
            case .notes: "notes"
            }
        return path.isEmpty ? name : "\(name): \(path)"
    }
}

extension DifferenceRow {
    fileprivate var json: JSON {
        let kind =
            switch self {
            case .same: "same"
            case .changed: "changed"
            case .removed: isMoved ? "moved_away" : "removed"
            case .added: isMoved ? "moved_here" : "added"
            }
        return [
            "kind": .string(kind), "message": JSON((new ?? old)?.place.message), "old": JSON(old?.text),
            "new": JSON(new?.text), "whitespace_only": .bool(isWhitespaceOnly),
        ]
    }

    fileprivate var lines: [String] {
        switch self {
        case .same(_, let new): ["  " + Text.sanitized(new.text)]
        case .changed(let old, let new): ["- " + old.marked("[-", "-]"), "+ " + new.marked("{+", "+}")]
        case .removed(let line, let place): [(place == nil ? "- " : "< ") + Text.sanitized(line.text)]
        case .added(let line, let place): [(place == nil ? "+ " : "> ") + Text.sanitized(line.text)]
        }
    }
}

extension TextLine {
    fileprivate func marked(_ open: String, _ close: String) -> String {
        runs.map { run in
            let text = Text.sanitized(run.text)
            return run.kind == .same ? text : open + text + close
        }.joined()
    }
}
