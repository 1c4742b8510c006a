import Domain

/// Looks for the first calls of an order. Blocks are read in the order of what their rows can be at best, whichever segments they are in,
/// until none that is left can hold one of the first.
struct RequestsSearch {
    private let query: RequestsQuery
    private let tests: [ContentTest]
    private var best: TopRows
    private(set) var clock: SearchClock
    private var segments: [SegmentName: SearchedSegment] = [:]
    /// What is still to be looked at.
    private var waiting = RankedQueue<Waiting>()
    private var blocksAtOnce = 1

    private struct Waiting {
        var segment: SegmentName
        /// Nil for a segment as a whole.
        var block: SearchedBlock?
    }

    init(_ query: RequestsQuery) {
        self.query = query
        // One more tells whether there are more.
        best = TopRows(limit: query.limit == .max ? .max : max(0, query.limit) + 1)
        clock = SearchClock(longest: query.longest)
        tests = query.filter.terms.filter { !$0.isNegated }.compactMap(ContentTest.init)
    }

    /// The best that were found, one more than asked for when there are more.
    var found: ArraySlice<TopRows.Entry> { best.sorted }

    /// The segment in which the best of what is left stands; nil when the search is over.
    var next: SegmentName? {
        guard !clock.isStopped, let next = waiting.first, best.mayTake(next.rank) else { return nil }
        return next.element.segment
    }

    /// Adds a segment to what is looked at.
    mutating func add(_ segment: SegmentReader) throws {
        let blocks = try segment.file.snapshot { try segment.blocks(query.range) }
        guard let rank = blocks.map(query.order.best).max() else { return }
        waiting.insert(Waiting(segment: segment.name), rank: rank)
    }

    /// Leaves out what is left of a segment.
    mutating func leave(_ segment: SegmentName) {
        waiting.removeAll { $0.segment == segment }
        segments[segment] = nil
    }

    /// Looks at the best of what is left, which stands in `segment`.
    mutating func goOn(
        in segment: SegmentReader, _ filter: @autoclosure () -> RowFilter, _ watch: SearchWatch,
        total: () throws -> Int64
    ) throws {
        guard try clock.goesOn(watch, total: total), let next = waiting.popFirst() else { return }
        guard let block = next.block else { return try begin(segment, filter(), watch, total: total) }
        if tests.isEmpty, query.order.isByNumber { return try lookAtBest(of: block, in: segment.name) }
        var blocks = [block.summary]
        while blocks.count < blocksAtOnce, let more = waiting.first, more.element.segment == segment.name,
            let block = more.element.block, best.mayTake(more.rank)
        {
            blocks.append(block.summary)
            _ = waiting.popFirst()
        }
        try look(at: blocks, in: segment.name)
        clock.read += blocks.reduce(0) { $0 + $1.inferences }
        // Where little is found, more chunks at once keep several threads busy.
        if !tests.isEmpty { blocksAtOnce = min(blocksAtOnce * 2, Self.mostBlocksAtOnce) }
    }

    /// Plans a segment. That may take reading all rows of a user, so it waits until one of the segment's rows can be among the first.
    private mutating func begin(
        _ segment: SegmentReader, _ filter: RowFilter, _ watch: SearchWatch, total: () throws -> Int64
    ) throws {
        let (plan, blocks) = try segment.file.snapshot {
            let plan = try segment.plan(query.filter)
            var blocks = try segment.blocks(query.range, plan)
            if query.order.isByNumber, plan.narrowsBlocks { try segment.narrow(&blocks, plan) }
            return (plan, blocks)
        }
        let matching = plan.isPossible ? blocks.filter(\.mayMatch) : []
        clock.read += blocks.reduce(0) { $0 + $1.inferences } - matching.reduce(0) { $0 + $1.inferences }
        guard !matching.isEmpty else { return }
        let contents = tests.isEmpty ? nil : try ContentSearch(segment, tests)
        guard try searchLogs(contents, of: segment, watch, total: total) else { return }
        segments[segment.name] = try SearchedSegment(segment, plan, filter, query.order, contents)
        for block in matching {
            waiting.insert(
                Waiting(segment: segment.name, block: SearchedBlock(block)), rank: query.order.best(of: block))
        }
    }

    /// Looks at the best calls of a block while none that waits can be better; what is left of it waits again.
    private mutating func lookAtBest(of block: SearchedBlock, in name: SegmentName) throws {
        guard var segment = segments.removeValue(forKey: name) else { return }
        defer { segments[name] = segment }
        var block = block
        try segment.reader.file.snapshot {
            if block.calls == nil {
                clock.read += block.summary.inferences
                guard let calls = try segment.calls(of: block.summary) else {
                    return try take(segment.candidates(in: block.summary, least: best.least), of: &segment)
                }
                block.list(calls.filter { best.mayTake($0.rank) })
            }
            while let rank = block.best, best.mayTake(rank), waiting.first.map({ rank >= $0.rank }) ?? true {
                try take(segment.candidates(among: block.takeRows(), least: best.least), of: &segment)
            }
        }
        if let rank = block.best, best.mayTake(rank) {
            waiting.insert(Waiting(segment: name, block: block), rank: rank)
        }
    }

    private mutating func look(at blocks: [RowBlockSummary], in name: SegmentName) throws {
        guard var segment = segments.removeValue(forKey: name) else { return }
        defer { segments[name] = segment }
        try segment.reader.file.snapshot {
            var candidates: [SearchedSegment.Candidate] = []
            for block in blocks {
                candidates += try segment.candidates(in: block, least: best.least).filter { best.mayTake($0.rank) }
            }
            if let contents = segment.contents {
                let before = contents.bytes
                try contents.search(candidates.compactMap(\.place))
                clock.bytes += contents.bytes - before
            }
            try take(candidates, of: &segment)
        }
    }

    /// Takes those among the best that match. Within a transaction.
    private mutating func take(_ candidates: [SearchedSegment.Candidate], of segment: inout SearchedSegment) throws {
        for candidate in candidates.sorted(by: { $0.rank > $1.rank }) where best.mayTake(candidate.rank) {
            if let contents = segment.contents, let place = candidate.place, !contents.mayMatch(place) { continue }
            guard let row = try segment.reader.row(candidate.row), try segment.filter.matches(row) else { continue }
            best.add(row, rank: candidate.rank, segment: segment.reader.name)
            clock.found += 1
        }
    }

    /// Searches the log records of a segment; false when the search was ended.
    private mutating func searchLogs(
        _ contents: ContentSearch?, of segment: SegmentReader, _ watch: SearchWatch, total: () throws -> Int64
    ) throws -> Bool {
        guard let contents, let rows = try contents.logRows() else { return true }
        for first in stride(from: rows.lowerBound, through: rows.upperBound, by: Int(Self.logsAtOnce)) {
            guard try clock.goesOn(watch, total: total) else { return false }
            let before = contents.bytes
            try segment.file.snapshot {
                try contents.searchLogs(first...min(rows.upperBound, first + Self.logsAtOnce - 1))
            }
            clock.bytes += contents.bytes - before
        }
        return true
    }

    private static let logsAtOnce: Int64 = 2048
    private static let mostBlocksAtOnce = 8
}
