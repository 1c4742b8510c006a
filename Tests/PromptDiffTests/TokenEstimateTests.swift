import PromptDiff
import Testing

/// Estimates beside what the tokenizer of a model counted.
@Suite struct TokenEstimateTests {
    @Test(arguments: [
        ("You are a helpful support agent. Answer the user's question based only on the following context:", 18),
        ("As a concise and expert support agent, use the provided context to give a direct answer.", 18),
        (
            "Never promise a refund or a replacement that the articles do not promise. If the customer names an order, look it up with get_order_status before you answer.",
            32
        ),
        (#"{"type": "object", "properties": {"answer": {"type": "string"}, "sources": {"type": "array"}}}"#, 28),
        ("Beantworte die Frage des Kunden nur mit den Artikeln aus dem Kontext.", 17),
        ("Responde a la pregunta del cliente usando solo los artículos del contexto.", 14),
        ("请仅根据上下文中的文章回答客户的问题。", 11),
        ("コンテキスト内の記事だけを使って質問に答えてください。", 16),
        ("- one\n- two\n- three\n\n## Rules\n1. Be brief.\n2. Be kind.", 22),
    ])
    func isNearWhatATokenizerCounts(text: String, tokens: Int) {
        let estimate = TokenEstimate(text).count
        #expect(Double(abs(estimate - tokens)) <= max(1, 0.3 * Double(tokens)), "\(estimate)")
    }

    @Test func nothingHasNoTokens() {
        #expect(TokenEstimate("").count == 0)
        #expect(TokenEstimate("   ").count == 0)
    }
}
