import Configuration
import Domain
import Evaluation
import Storage

/// Makes of a draft the questions of a run, before anything is stored or asked: what is wrong with it is found here.
struct EvaluationPreparation {
    let plan: EvaluationPlan
    let questions: [EvaluationQuestion]

    /// - Parameters:
    ///   - prompt: what the draft names.
    ///   - version: its number in the registry; nil for a prompt out of a file.
    ///   - endpoint: who is asked; nil when answers are given.
    init(
        _ draft: EvaluationDraft, prompt: Prompt, version: Int?, endpoint: EndpointSettings?
    ) throws(ControlRefusal) {
        let set: GoldenSet
        do throws(GoldenSetError) {
            set = try GoldenSet(name: draft.goldenName, parsing: draft.goldenLines)
        } catch {
            throw ControlRefusal(.invalid, "the golden set cannot be used:\n\(error)")
        }
        let model = draft.model ?? prompt.model
        var plan = EvaluationPlan(
            prompt: EvaluatedPrompt(name: prompt.name, version: version), goldenSet: set.reference, model: model,
            limit: draft.limit)
        if let lines = draft.answerLines {
            questions = try Self.given(lines, set)
        } else {
            guard let endpoint else {
                throw ControlRefusal(
                    .invalid,
                    "there is nobody to ask: write endpoints into the configuration of headframed, or give --answers")
            }
            guard let model else {
                throw ControlRefusal(.invalid, "the prompt \(prompt.name) names no model; name one with --model")
            }
            (plan.endpoint, plan.concurrency) = (endpoint.name, draft.concurrency ?? endpoint.concurrency)
            questions = try Self.asked(set, prompt, model: endpoint.model(model), endpoint)
        }
        self.plan = plan
    }

    private static func asked(
        _ set: GoldenSet, _ prompt: Prompt, model: String, _ endpoint: EndpointSettings
    ) throws(ControlRefusal) -> [EvaluationQuestion] {
        var questions: [EvaluationQuestion] = []
        do throws(RenderError) {
            let renderer = try PromptRenderer(prompt)
            for item in set.items {
                let messages: [PromptMessage]
                do throws(RenderError) { messages = try renderer.messages(for: item) } catch {
                    throw RenderError.malformed("item \(item.id): \(error)")
                }
                let request = ChatRequest(model: model, messages: messages, prompt: prompt).json
                questions.append(
                    EvaluationQuestion(
                        EvaluationResult(item: item), request: request,
                        digest: ContentDigest(of: Array((endpoint.address.description + "\n" + request.text).utf8))))
            }
        } catch {
            throw ControlRefusal(.invalid, "the prompt \(prompt.name) cannot be filled in: \(error)")
        }
        return questions
    }

    /// Answers that were had elsewhere: `{"id":"g-1","answer":"…","documents":["kb-1"]}` a line.
    private static func given(_ lines: String, _ set: GoldenSet) throws(ControlRefusal) -> [EvaluationQuestion] {
        var answers: [String: EvaluationAnswer] = [:]
        let known = Set(set.items.map(\.id))
        var number = 0
        for line in lines.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            func refusal(_ reason: String) -> ControlRefusal {
                ControlRefusal(.invalid, "answers:\(number): \(reason)")
            }
            guard let json = try? JSON(parsing: line) else { throw refusal("is no JSON") }
            guard let id = json["id"]?.string, let text = json["answer"]?.string else {
                throw refusal("needs the texts id and answer")
            }
            guard known.contains(id) else { throw refusal("the golden set has no item “\(id)”") }
            let answer = EvaluationAnswer(
                text: text, model: json["model"]?.string,
                documents: (json["documents"]?.array ?? []).compactMap(\.string),
                usage: TokenUsage(
                    input: json["input_tokens"]?.integer, output: json["output_tokens"]?.integer),
                cost: json["cost_usd"]?.double.flatMap { Money(usd: $0) })
            guard answers.updateValue(answer, forKey: id) == nil else { throw refusal("“\(id)” was answered before") }
        }
        return set.items.map { item in
            guard let answer = answers[item.id] else {
                return EvaluationQuestion(EvaluationResult(item: item, outcome: .failed("the answers have none")))
            }
            return EvaluationQuestion(
                EvaluationResult(
                    item: item, outcome: .answered(answer), verdicts: AnswerScorer.verdicts(on: answer, to: item)))
        }
    }
}
