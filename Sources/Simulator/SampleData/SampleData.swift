/// What the simulated application says and knows.
public struct SampleData: Sendable {
    /// An article of the knowledge base.
    struct Document: Sendable, Hashable {
        var id: String
        var topic: String
        var title: String
        var text: String
        /// Counted once, because every turn asks.
        let tokens: Int
    }

    /// What a customer asks, with the answer that the articles give.
    struct Question: Sendable, Hashable {
        var topic: String
        /// The text; `{order}` stands for the number of an order.
        var question: String
        /// The answer; `{order}` as above.
        var answer: String
        /// The articles that hold the answer, the best first.
        var documents: [String]
        /// The tool that has to be asked first.
        var tool: String?
    }

    /// A version of a system prompt with what is released together with it.
    struct Prompt: Sendable, Hashable {
        var name: String
        var version: String
        var release: String
        var model: String
        var temperature: Double
        var maximumTokens: Int
        var text: String
        /// The text as `gen_ai.system_instructions`, and its tokens: made once, because every call needs them.
        let instructions: String
        let tokens: Int
    }

    var documents: [Document]
    /// By language, such as `de`.
    var questions: [String: [Question]]
    /// The prompts of the support bot's two releases, and that of the other service.
    var stable: Prompt
    var canary: Prompt
    var summarise: Prompt
}

extension SampleData.Prompt {
    /// The prompt under the version and the release that are in use.
    func revised(by behaviour: Conditions.Behaviour) -> SampleData.Prompt {
        var prompt = self
        prompt.version = behaviour.promptVersion ?? version
        prompt.release = behaviour.release ?? release
        return prompt
    }
}
