import Domain

extension FieldValues {
    /// Why each choice of the answer ended. Streamed calls often say it only within the answer itself.
    var finishReasons: [String] {
        let reasons = texts(.finishReasons)
        guard reasons.isEmpty else { return reasons }
        if let messages = answer(.outputMessages)?.array {
            return messages.prefix(16).compactMap { $0["finish_reason"]?.said }
        }
        guard let answer = answer(.completion) else { return [] }
        // LangChain's answers: to each prompt its generations
        let choices = answer["choices"]?.array ?? answer["generations"]?.array?.first?.array ?? []
        return choices.prefix(16).compactMap { ($0["generation_info"] ?? $0)["finish_reason"]?.said }
    }

    private func answer(_ field: Field) -> JSON? {
        guard has(field), bytes(field)?.contains(ascii: "finish_reason") ?? true else { return nil }
        return json(field)
    }
}
