import Domain

/// What the templates of a prompt use, beside what the prompt declares: what has to be right before a version is pushed.
public struct TemplateReport: Hashable, Sendable {
    /// Something in a message of the prompt.
    public struct Finding: Hashable, Sendable {
        /// Index of the message.
        public let message: Int
        public let mistake: TemplateMistake
    }

    /// The variables that have to be given, each once, in the order of the text. A field of a declared list is not among them.
    public let used: [String]
    /// What is wrong in the templates, and variables that are used without being declared where others are declared.
    public let mistakes: [Finding]
    /// Declared and never used.
    public let unused: [String]

    /// Reads the templates of `prompt`.
    public init(_ prompt: Prompt) {
        let declared = Set(prompt.variables.map(\.name))
        var used: [String] = []
        var seen: Set<String> = []
        var mistakes: [Finding] = []
        for (index, message) in prompt.messages.enumerated() {
            let template = Template(message.text, syntax: prompt.syntax)
            var found = template.mistakes
            for variable in template.variables {
                let isField = variable.section != nil && !declared.contains(variable.name)
                guard !isField, seen.insert(variable.name).inserted else { continue }
                used.append(variable.name)
                if !declared.isEmpty, !declared.contains(variable.name) {
                    found.append(
                        TemplateMistake(
                            place: variable.place, message: "the variable '\(variable.name)' is not declared"))
                }
            }
            mistakes += found.sorted { $0.place < $1.place }.map { Finding(message: index, mistake: $0) }
        }
        self.used = used
        self.mistakes = mistakes
        unused = prompt.variables.map(\.name).filter { !seen.contains($0) }
    }
}
