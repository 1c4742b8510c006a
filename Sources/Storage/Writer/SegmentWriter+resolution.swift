import Domain

extension SegmentWriter {
    /// The text of a number, from whichever segment has it.
    typealias TextSource = (UInt32, KeyPath<SegmentWriter, SegmentTexts>) throws -> String?

    /// Writes what the trace adds to a span that stands here.
    func update(_ node: SpanNode, texts: TextSource) throws {
        if node.resolved == node.own, node.isInnermost {
            let deletion = try file.statement("DELETE FROM resolution WHERE span = ?")
            deletion.bind(node.place.row, at: 1)
            return try deletion.run()
        }
        let resolved = node.resolved
        for id in [resolved.release, resolved.promptName, resolved.promptVersion] where id != 0 && !strings.contains(id)
        {
            if let text = try texts(id, \.strings) { try strings.insert(id, text) }
        }
        for id in [resolved.session.id, resolved.user.id] where id != 0 && !labels.contains(id) {
            if let text = try texts(id, \.labels) { try labels.insert(id, text) }
        }
        if node.facts.operation != 0 {
            spansByLabel.add(resolved, row: node.place.row)
            let peaks = node.facts.isInference ? node.facts.peaks : .none
            try block.add(resolved.release, in: .release, peaks, row: node.place.row)
            try block.add(resolved.promptName, in: .promptName, peaks, row: node.place.row)
        }
        let statement = resolutionUpdate
        statement.bind(node.place.row, at: 1)
        statement.bind(node.isInnermost ? 1 : 0, at: 2)
        statement.bind(nonzero: resolved.release, at: 3)
        statement.bind(nonzero: resolved.promptName, at: 4)
        statement.bind(nonzero: resolved.promptVersion, at: 5)
        statement.bind(nonzero: resolved.session.id, at: 6)
        statement.bind(nonzero: resolved.user.id, at: 7)
        try statement.run()
    }

    /// Takes note of what a counted call brings with it.
    func saw(_ node: SpanNode) {
        guard node.facts.isInference else { return }
        let (service, end) = (node.facts.service, node.facts.end)
        sightings.saw(.source, service, 0, 0, at: end)
        if node.resolved.release != 0 { sightings.saw(.release, service, node.resolved.release, 0, at: end) }
        if node.resolved.promptName != 0 {
            sightings.saw(.prompt, service, node.resolved.promptName, node.resolved.promptVersion, at: end)
        }
    }
}
