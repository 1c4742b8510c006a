import Domain

extension ContentsReading {
    private static let documentLimit = 1024

    /// The documents that a retrieval found; empty for spans of other kinds.
    func documents() -> [RetrievedDocument] {
        let sources: [() -> JSON?] = [
            { attributes["gen_ai.retrieval.documents"].map { PartReader.decoded($0.json) } },
            { attributes.json(under: "retrieval.documents.") },
            queryResults,
            { operation == .retrieval ? returned() : nil },
        ]
        for source in sources {
            let documents = list(source()).prefix(Self.documentLimit).compactMap(document)
            if !documents.isEmpty { return documents }
        }
        return []
    }

    /// OpenLLMetry's vector stores: an event for each document.
    private func queryResults() -> JSON? {
        let results = span.events.filter { $0.name == "db.query.result" }.map { event in
            let members = event.attributes.compactMap { attribute -> JSON.Member? in
                let key = attribute.key
                guard key.hasPrefix("db.query.result.") else { return nil }
                return JSON.Member(String(key.dropFirst("db.query.result.".count)), attribute.value.json)
            }
            return JSON.object(members)
        }
        return results.isEmpty ? nil : .array(results)
    }

    /// What a retrieval span returned, in one attribute or another.
    private func returned() -> JSON? {
        let keys: [StaticString] = [
            "haystack.component.output", "langfuse.observation.output", "mlflow.spanOutputs", "gen_ai.completion",
            "traceloop.entity.output", "output.value",
        ]
        return keys.lazy.compactMap { attributes[$0] }.map { PartReader.decoded($0.json) }.first { !list($0).isEmpty }
    }

    private func list(_ json: JSON?) -> [JSON] {
        json?.array ?? json?["documents"]?.array ?? json?["output"].map { list($0) } ?? []
    }

    private func document(_ json: JSON) -> RetrievedDocument? {
        if let text = json.string { return RetrievedDocument(id: nil, score: nil, content: text) }
        let said = json["document"].flatMap { $0.members == nil ? nil : $0 } ?? json["kwargs"] ?? json["node"] ?? json
        guard said.members != nil else { return nil }
        let content = (said["content"] ?? said["page_content"] ?? said["text"] ?? said["document"])?.string
        let score = (said["score"] ?? json["score"])?.double
        let id = (said["id"] ?? said["id_"]).flatMap { $0.string ?? $0.integer.map(String.init) }
        guard id != nil || score != nil || content != nil else { return nil }
        return RetrievedDocument(id: id, score: score, content: content)
    }
}
