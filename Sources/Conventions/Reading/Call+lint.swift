import Domain

extension Call {
    /// Judges the numbers of a call that may be summed, once they are repaired.
    mutating func judgeUsage(_ values: FieldValues, of span: Span) {
        guard operation?.hasUsage == true else { return }
        lint = LintFindings(
            of: usage, total: values.count(.totalTokens), flags: flags,
            isAnswered: operation?.isInference == true && !isError && Self.isAnswered(span))
    }

    /// Whether an attribute holds any part of an answer.
    private static func isAnswered(_ span: Span) -> Bool {
        let places: [StaticString] = [
            "gen_ai.output.messages", "gen_ai.completion", "gen_ai.completion.0.content", "output.value",
            "llm.output_messages.0.message.content", "ai.response.text", "response_data",
        ]
        return places.contains { place in
            span.attributes[place]?.rawBytes.map { $0.count > 2 } ?? false
        }
    }
}
