import Domain

extension SegmentReader {
    /// Lowers the peaks of blocks to those of the LLM calls that may match, and takes note of blocks without any. Within a transaction.
    func narrow(_ blocks: inout [RowBlockSummary], _ plan: RowPlan) throws {
        guard try hasLists() else { return }
        let lists = try file.statement(
            "SELECT last_span, calls FROM block_calls WHERE last_span >= ? ORDER BY last_span")
        defer { lists.reset() }
        var isAtList = false
        for index in blocks.indices where blocks[index].mayMatch {
            let last = blocks[index].rows.upperBound
            // Mostly the list that follows is the one that is wanted.
            if isAtList { isAtList = try lists.step() && lists.integer(0) == last }
            if !isAtList {
                lists.reset()
                lists.bind(last, at: 1)
                isAtList = try lists.step() && lists.integer(0) == last
            }
            guard isAtList else { continue }
            let block = blocks[index]
            var calls = 0
            // Of calls that failed and that did not.
            var most = (CallBrief(.none), CallBrief(.none))
            let isSound = lists.withBytes(1) { bytes in
                plan.forEachCall(of: block, in: bytes) { _, call in
                    calls += 1
                    if call.isFailed { most.0.add(call) } else { most.1.add(call) }
                }
            }
            guard isSound else { throw damaged("the calls of a block") }
            var peaks = most.0.peaks
            peaks.add(most.1.peaks)
            blocks[index].peaks.limit(to: peaks)
            if calls == 0 { blocks[index].mayMatch = false }
        }
    }

    /// Whether blocks of this segment have lists of their calls: older ones do not.
    func hasLists() throws -> Bool {
        try file.number("SELECT 1 FROM sqlite_master WHERE name = 'block_calls'") != nil
    }
}
