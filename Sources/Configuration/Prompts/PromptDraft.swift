import Domain

/// The header of a prompt file while it is read.
struct PromptDraft {
    var name: String?
    var model: String?
    var parameters: [String: JSON] = [:]
    var variables: [PromptVariable] = []
    var syntax = TemplateSyntax.mustache
    /// Whether the file says that it is written in Jinja, of which only variables are read.
    var isJinja = false
    var responseFormat: JSON?
    var tools: [PromptTool] = []
    var index: String?
    var notes: String?
}
