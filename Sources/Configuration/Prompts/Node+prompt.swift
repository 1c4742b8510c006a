import Domain
import Yams

extension Node {
    /// The text of a scalar.
    func promptText() throws(PromptHeaderError) -> String {
        guard let scalar else { throw PromptHeaderError("must be a text", at: self) }
        return scalar.string
    }

    /// What the file calls the language of its templates; nil when it is no text.
    var templateName: String? { (mapping?["format"] ?? mapping?["type"] ?? self).scalar?.string.lowercased() }

    /// How a template marks its variables.
    func templateSyntax() throws(PromptHeaderError) -> TemplateSyntax {
        switch templateName {
        case "mustache", "handlebars", "jinja2": return .mustache
        case "fstring", "f-string": return .fstring
        default: throw PromptHeaderError("must be mustache or fstring", at: self)
        }
    }

    /// Tools by name, or with their definitions, plain or as `function` of an OpenAI request.
    func promptTools() throws(PromptHeaderError) -> [PromptTool] {
        guard let sequence else { throw PromptHeaderError("must be a list of tools", at: self) }
        var tools: [PromptTool] = []
        for element in sequence {
            let function = element.mapping?["function"] ?? element
            let definition = try function.json()
            guard let name = definition.string ?? definition["name"]?.string, !name.isEmpty else {
                throw PromptHeaderError("must be a list of names, or of tools with a name", at: element)
            }
            guard !tools.contains(where: { $0.name == name }) else {
                throw PromptHeaderError("names the tool \(name) twice", at: element)
            }
            tools.append(PromptTool(name: name, definition: definition.string == nil ? definition : .object([])))
        }
        return tools
    }
}
