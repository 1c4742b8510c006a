/// What a prompt file says: everything that decides what a model is asked, and nothing about who wrote it when.
public struct Prompt: Hashable, Sendable {
    /// The name under which applications ask for it.
    public let name: String
    /// In the order in which they are sent.
    public let messages: [PromptMessage]
    /// How the messages mark their variables.
    public let syntax: TemplateSyntax
    /// The model that is asked; nil when the application chooses.
    public let model: String?
    /// What is sent beside the messages (`temperature`, `max_tokens`, …), by name.
    public let parameters: [String: JSON]
    /// The variables that the author declares, in the order of the file.
    public let variables: [PromptVariable]
    /// What an answer must look like, such as a JSON schema; nil when any text will do.
    public let responseFormat: JSON?
    /// What the model may call, in the order in which it is told.
    public let tools: [PromptTool]
    /// The retrieval index with its version, such as `kb@12`; nil when nothing is retrieved.
    public let retrievalIndex: String?
    /// What the author wants readers to know; never sent.
    public let notes: String?

    /// A prompt. Only the name and the messages are needed.
    public init(
        name: String, messages: [PromptMessage], syntax: TemplateSyntax = .mustache, model: String? = nil,
        parameters: [String: JSON] = [:], variables: [PromptVariable] = [], responseFormat: JSON? = nil,
        tools: [PromptTool] = [], retrievalIndex: String? = nil, notes: String? = nil
    ) {
        (self.name, self.messages, self.syntax, self.model) = (name, messages, syntax, model)
        (self.parameters, self.variables, self.responseFormat) = (parameters, variables, responseFormat)
        (self.tools, self.retrievalIndex, self.notes) = (tools, retrievalIndex, notes)
    }
}
