import Domain

extension Committer {
    /// Puts a judgement in the place of the former one, in rows and rollups alike. One whose call is not there any more is dropped.
    func apply(_ judgement: Judgement) throws {
        let day = judgement.callEnd.day.number
        let days = day - 1...day + 1
        for segment in try segments.readable(days) {
            guard let (row, former) = try segment.score(identity: judgement.identity) else { continue }
            try segment.begin()
            let judged = try judged(by: former, days: days)
            try contribute(former, to: segment, of: judged.map { $0.entry.nodes[$0.index] }, sign: -1)
            let deletion = try segment.file.statement("DELETE FROM score WHERE id = ?")
            deletion.bind(row, at: 1)
            try deletion.run()
        }
        guard let score = judgement.score, let (entry, index) = try judged(by: score, days: days) else { return }
        let place = entry.nodes[index].place
        let segment = try segments[place.segment]
        try segment.begin()
        _ = try insert(score, judgement.identity, in: segment, judged: place.row)
        entry.nodes[index].hasScores = true
        try contribute(score, to: segment, of: entry.nodes[index], sign: 1)
    }
}

extension SegmentWriter {
    /// The judgement that is known by `identity`, and its row; nil when it does not stand here.
    fileprivate func score(identity: Int64) throws -> (row: Int64, score: Score)? {
        let search = try file.statement("SELECT id FROM score WHERE identity = ?")
        search.bind(identity, at: 1)
        let row = try search.step() ? search.integer(0) : nil
        search.reset()
        guard let row, let score = try scores(where: "id = ?", row).first else { return nil }
        return (row, score)
    }
}
