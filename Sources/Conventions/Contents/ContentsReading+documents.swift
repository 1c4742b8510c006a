import Domain

extension ContentsReading {
    private static let documentLimit = 1024

    /// Where what a retrieval returned stands, in order of precedence.
    static let returnedDocuments: [StaticString] = [
        "haystack.component.output", "langfuse.observation.output", "mlflow.spanOutputs", "gen_ai.completion",
        "traceloop.entity.output", "output.value",
    ]

    /// The documents that a retrieval found; empty for spans of other kinds.
    func documents() -> [RetrievedDocument] {
        let sources: [() -> [JSON]] = [
            { list(attributes["gen_ai.retrieval.documents"]) },
            { attributes.elements(under: "retrieval.documents.") },
            { attributes.elements(under: "reranker.output_documents.") },
            { attributes.elements(under: "reranker.input_documents.") },
            { list(attributes["db.vector.query.response.documents"]) },
            queryResults,
            returned,
        ]
        for source in sources {
            let documents = source().prefix(Self.documentLimit).compactMap(document)
            if !documents.isEmpty { return documents }
        }
        return []
    }

    /// OpenLLMetry's vector stores: an event for each document.
    private func queryResults() -> [JSON] {
        let prefix = "db.query.result."
        return span.events.filter { $0.name == "db.query.result" }.map { event in
            let attributes = event.attributes.filter { $0.key.hasPrefix(prefix) }
            return .object(attributes.map { JSON.Member(String($0.key.dropFirst(prefix.count)), $0.value.json) })
        }
    }

    /// What a retrieval returned, in one attribute or another.
    private func returned() -> [JSON] {
        guard operation == .retrieval else { return [] }
        return Self.returnedDocuments.lazy.map { list(attributes[$0]) }.first { !$0.isEmpty } ?? []
    }

    private func list(_ value: AttributeValue?) -> [JSON] {
        guard let json = value.map({ PartReader.decoded($0.json) }) else { return [] }
        return json.array ?? json["documents"]?.array ?? json["output"]?.array ?? json["output"]?["documents"]?.array
            ?? []
    }

    private func document(_ json: JSON) -> RetrievedDocument? {
        if let text = json.string { return RetrievedDocument(id: nil, score: nil, content: text) }
        let wrapped = ["document", "kwargs", "node"].lazy.compactMap { json[$0] }.first { $0.members != nil }
        let said = wrapped ?? json
        guard said.members != nil else { return nil }
        let content = (said["content"] ?? said["page_content"] ?? said["text"] ?? said["document"])?.string
        let score = (said["score"] ?? json["score"])?.double
        let id = (said["id"] ?? said["id_"]).flatMap { $0.string ?? $0.integer.map(String.init) }
        guard id != nil || score != nil || content != nil else { return nil }
        return RetrievedDocument(id: id, score: score, content: content)
    }
}
