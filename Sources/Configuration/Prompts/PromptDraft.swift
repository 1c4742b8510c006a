import Domain

/// The header of a prompt file while it is read.
struct PromptDraft {
    var name: String?
    var model: String?
    var parameters: [String: JSON] = [:]
    var variables: [PromptVariable] = []
    var syntax = TemplateSyntax.mustache
    var responseFormat: JSON?
    var tools: [PromptTool] = []
    var index: String?
    var notes: String?
}
