import Domain
import Yams

extension Node {
    /// Declared variables: names with types (`{order: string, name: {type: string, optional: true}}`), a list of names or of mappings with
    /// `name`, a JSON schema with `properties`, or the short form of Dotprompt (`order?: string, which one`, `rows(array): string`).
    func promptVariables() throws(PromptHeaderError) -> [PromptVariable] {
        var variables: [PromptVariable] = []
        if let sequence {
            for element in sequence { variables.append(try element.listedVariable()) }
        } else if let mapping {
            if let properties = mapping["properties"]?.mapping {
                let required = Set(mapping["required"]?.sequence?.compactMap { $0.scalar?.string } ?? [])
                for (key, value) in properties {
                    let variable = try Self.variable(key, value)
                    variables.append(
                        PromptVariable(
                            name: variable.name, type: variable.type, isOptional: !required.contains(variable.name)))
                }
            } else {
                for (key, value) in mapping { variables.append(try Self.variable(key, value)) }
            }
        } else {
            throw PromptHeaderError("must be names with types, such as {question: string}", at: self)
        }
        var names: Set<String> = []
        for variable in variables where !names.insert(variable.name).inserted {
            throw PromptHeaderError("declares \(variable.name) twice", at: self)
        }
        return variables
    }

    private func listedVariable() throws(PromptHeaderError) -> PromptVariable {
        guard let name = mapping?["name"] else { return try Self.variable(self, Node("any")) }
        return try Self.variable(name, self)
    }

    private static func variable(_ key: Node, _ value: Node) throws(PromptHeaderError) -> PromptVariable {
        let parts = try key.promptText().split(separator: "(", maxSplits: 1)
        guard let first = parts.first else { throw PromptHeaderError("has a variable without a name", at: key) }
        let name = first.hasSuffix("?") ? first.dropLast() : first
        let shape = parts.dropFirst().first.map { String($0.prefix { $0.isLetter }) }
        let type = if let shape { try Self.type(shape, at: key) } else { try value.variableType() }
        let isOptional =
            first.hasSuffix("?") || value.mapping?["optional"]?.bool == true
            || value.mapping?["required"]?.bool == false
        return PromptVariable(name: String(name), type: type, isOptional: isOptional)
    }

    private func variableType() throws(PromptHeaderError) -> PromptVariableType? {
        if isNothing { return nil }
        if let mapping { return try mapping["type"]?.variableType() }
        // Behind a comma Dotprompt describes the variable.
        let name = try promptText().prefix { $0 != "," }
        return try Self.type(String(name), at: self)
    }

    private static func type(_ name: String, at node: Node) throws(PromptHeaderError) -> PromptVariableType? {
        switch name {
        case "any": nil
        case "enum", "str": .string
        case "int": .integer
        case "float": .number
        case "bool": .boolean
        case "list": .array
        default:
            if let type = PromptVariableType(rawValue: name) {
                type
            } else {
                throw PromptHeaderError(
                    "names the type '\(name)'; known are "
                        + PromptVariableType.allCases.map(\.rawValue).joined(separator: ", "), at: node)
            }
        }
    }
}
