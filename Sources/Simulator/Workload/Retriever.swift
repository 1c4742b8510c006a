import Domain

/// The search in the knowledge base: an embedding of the question, then the nearest articles.
struct Retriever: Sendable {
    private let documents: [SampleData.Document]
    private let byID: [String: SampleData.Document]

    init(documents: [SampleData.Document]) {
        self.documents = documents
        byID = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Adds the spans of the search; returns the three to five articles that it found, the best first.
    func retrieve(
        for question: SampleData.Question, asked text: String, in trace: inout TraceBuilder
    ) -> [SampleData.Document] {
        trace.add(
            "embeddings text-embedding-3-small", .client, seconds: trace.source.logNormal(median: 0.055, sigma: 0.35),
            attributes: [
                "gen_ai.operation.name": "embeddings",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": "text-embedding-3-small",
                "gen_ai.response.model": "text-embedding-3-small",
                "gen_ai.embeddings.dimension.count": .int(1536),
                "gen_ai.usage.input_tokens": .init(text.estimatedTokens),
                "server.address": "api.openai.com",
            ])
        let found = nearest(to: question, &trace.source)
        var score = trace.source.uniform(0.78, 0.93)
        let scored = found.map { document -> JSON in
            defer { score *= trace.source.uniform(0.82, 0.97) }
            return [
                "id": .string(document.id), "score": .number((score * 1000).rounded() / 1000),
                "content": .string("\(document.title). \(document.text)"),
            ]
        }
        trace.add(
            "retrieval aurora-kb", .client, seconds: trace.source.logNormal(median: 0.028, sigma: 0.45),
            attributes: [
                "gen_ai.operation.name": "retrieval",
                "gen_ai.data_source.id": "aurora-kb",
                "gen_ai.retrieval.query.text": .string(text),
                "gen_ai.retrieval.top_k": .init(found.count),
                "gen_ai.retrieval.documents": .string(JSON.array(scored).text),
            ])
        return found
    }

    /// Those that hold the answer, then others of the topic, then any.
    private func nearest(to question: SampleData.Question, _ source: inout RandomSource) -> [SampleData.Document] {
        let wanted = 3 + Int(source.next() % 3)
        var found = question.documents.compactMap { byID[$0] }
        let offset = Int(source.next() % UInt64(max(documents.count, 1)))
        let rest = documents[offset...] + documents[..<offset]
        for pass in [true, false] {
            for document in rest where found.count < wanted && (document.topic == question.topic) == pass {
                if !found.contains(document) { found.append(document) }
            }
        }
        return found
    }
}
