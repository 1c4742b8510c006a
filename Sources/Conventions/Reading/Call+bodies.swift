import Domain

extension Call {
    /// Fills in what some clients say only within the bodies that they record.
    mutating func readBodies(_ values: FieldValues) {
        guard operation?.isInference == true else { return }
        if requestModel == nil, values.has(.mlflowInputs) {
            requestModel = values.json(.mlflowInputs)?["model"]?.said
        }
        if responseModel == nil, values.has(.mlflowOutputs) {
            responseModel = values.json(.mlflowOutputs)?["model"]?.said
        }
        if values.has(.haystackOutput) { readHaystackReplies(values) }
    }

    /// Haystack's generators say model, usage and finish reasons beside each reply.
    private mutating func readHaystackReplies(_ values: FieldValues) {
        guard let output = values.json(.haystackOutput) else { return }
        let metas = output["replies"]?.array?.compactMap { $0["meta"] } ?? output["meta"]?.array ?? []
        guard let meta = metas.first else { return }
        responseModel = responseModel ?? meta["model"]?.said
        if finishReasons.isEmpty { finishReasons = metas.prefix(16).compactMap { $0["finish_reason"]?.string } }
        if let usage = meta["usage"] { readUsage(usage) }
    }
}
