import Domain

extension SettingChange {
    /// What differs between two prompts beside their messages, in the order in which people ask for it.
    static func changes(from old: Prompt, to new: Prompt) -> [SettingChange] {
        var changes: [SettingChange] = []
        func compare(_ subject: Subject, _ old: JSON?, _ new: JSON?) {
            for difference in JSONDifference(old, new).parts {
                changes.append(
                    SettingChange(subject: subject, path: difference.path, old: difference.old, new: difference.new))
            }
        }
        func compareText(_ subject: Subject, _ old: String?, _ new: String?) {
            compare(subject, old.map(JSON.string), new.map(JSON.string))
        }
        compareText(.model, old.model, new.model)
        for name in Set(old.parameters.keys).union(new.parameters.keys).sorted() {
            compare(.parameter(name), old.parameters[name], new.parameters[name])
        }
        compareText(.retrievalIndex, old.retrievalIndex, new.retrievalIndex)
        compare(.responseFormat, old.responseFormat, new.responseFormat)
        for (name, definitions) in pairs(
            old.tools.map { ($0.name, $0.definition) }, new.tools.map { ($0.name, $0.definition) })
        {
            compare(.tool(name), definitions.old, definitions.new)
        }
        let (oldOrder, newOrder) = (old.tools.map(\.name), new.tools.map(\.name))
        if oldOrder != newOrder, oldOrder.sorted() == newOrder.sorted() {
            compareText(.toolOrder, oldOrder.joined(separator: ", "), newOrder.joined(separator: ", "))
        }
        compareText(.syntax, old.syntax.rawValue, new.syntax.rawValue)
        for (name, declarations) in pairs(
            old.variables.map { ($0.name, $0.json) }, new.variables.map { ($0.name, $0.json) })
        {
            compare(.variable(name), declarations.old, declarations.new)
        }
        compareText(.notes, old.notes, new.notes)
        return changes
    }

    /// Named values of both sides by name: the old ones in their order, then those that are new. Of several of one name the first counts.
    private static func pairs(
        _ old: [(String, JSON)], _ new: [(String, JSON)]
    ) -> [(name: String, values: (old: JSON?, new: JSON?))] {
        let oldByName = Dictionary(old) { first, _ in first }
        let newByName = Dictionary(new) { first, _ in first }
        let names = old.map(\.0) + new.map(\.0).filter { oldByName[$0] == nil }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.map { ($0, (oldByName[$0], newByName[$0])) }
    }
}

extension PromptVariable {
    /// The declaration as people see it.
    fileprivate var json: JSON {
        .object([
            JSON.Member("type", .string(type?.rawValue ?? "any")), JSON.Member("optional", .bool(isOptional)),
        ])
    }
}
