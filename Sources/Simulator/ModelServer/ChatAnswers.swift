import Domain

/// What the simulated model says. It knows the answers of the sample data, and does what the prompt tells it: one that asks for few
/// sentences gets few and no courtesies, and one that does not bind it to the articles gets things that no article says.
struct ChatAnswers {
    private let answers: [String: SampleData.Question]
    private static let unknown = "I cannot find that in the articles. Shall I pass you to a colleague?"
    /// What everybody knows about networks, and no article says.
    private static let guesses = [
        "If that does not help, restart the router and wait two minutes.",
        "Usually it is enough to reset the router to its factory settings.",
        "You may have to call your provider and ask for a new line.",
    ]

    init(_ data: SampleData) {
        answers = Dictionary(data.questions.values.joined().map { ($0.question, $0) }) { first, _ in first }
    }

    /// The answer to a request, with its status.
    func answer(to request: ChatRequestReader.Request) -> (status: String, body: JSON) {
        guard request.line == "POST /v1/chat/completions" else {
            return ("404 Not Found", ["error": ["message": "only POST /v1/chat/completions is served here"]])
        }
        guard let json = try? JSON(parsing: request.body), let model = json["model"]?.string,
            let messages = json["messages"]?.array, !messages.isEmpty
        else { return ("400 Bad Request", ["error": ["message": "model and messages must be there"]]) }
        let texts = messages.compactMap { $0["content"]?.string }
        let (text, input) = (self.text(messages), texts.reduce(0) { $0 + $1.estimatedTokens })
        return (
            "200 OK",
            [
                "id": "chatcmpl-simulated", "object": "chat.completion", "model": .string(model),
                "choices": [
                    [
                        "index": 0, "message": ["role": "assistant", "content": .string(text)],
                        "finish_reason": "stop",
                    ]
                ],
                "usage": [
                    "prompt_tokens": .integer(Int64(input)), "completion_tokens": .integer(Int64(text.estimatedTokens)),
                ],
            ]
        )
    }

    private func text(_ messages: [JSON]) -> String {
        let instructions = messages.filter { $0["role"] != "user" }.compactMap { $0["content"]?.string }.joined()
        let asked = messages.last { $0["role"] == "user" }?["content"]?.string ?? ""
        guard let answer = answers[asked]?.answer ?? answers.first(where: { asked.contains($0.key) })?.value.answer
        else {
            return Self.unknown
        }
        let sentences = Self.sentences(answer)
        guard instructions.contains("three sentences") else { return answer + " Is there anything else I can do?" }
        // Brief: the last sentence goes where there are several.
        let kept = sentences.count > 1 ? sentences.dropLast() : sentences[...]
        let isBound = instructions.contains("only the articles")
        let chance = asked.utf8.reduce(UInt32(17)) { ($0 &* 31) &+ UInt32($1) } % 12
        guard !isBound, chance < 3, let guess = Self.guesses.dropFirst(Int(chance)).first else {
            return kept.joined(separator: " ")
        }
        return guess
    }

    private static func sentences(_ text: String) -> [String] {
        var (sentences, current) = ([String](), "")
        for character in text {
            if character == " ", let last = current.last, ".!?".contains(last) {
                sentences.append(current)
                current = ""
            } else {
                current.append(character)
                if "。！？".contains(character) {
                    sentences.append(current)
                    current = ""
                }
            }
        }
        return current.isEmpty ? sentences : sentences + [current]
    }
}
