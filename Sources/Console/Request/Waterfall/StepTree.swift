import Domain

/// The steps of a trace as a tree, whatever they say of their parents. Built away from the screen; what the screen needs of
/// it takes no longer for a large trace than for a small one.
struct StepTree: Sendable {
    /// Why a step does not stand where it says, or is not drawn as it says.
    enum Irregularity: Hashable, Sendable {
        case parentIsMissing, isItsOwnParent, parentsInCircle
    }

    /// A step in its place.
    struct Node: Hashable, Sendable {
        /// Index among the steps of the outline.
        var step: Int
        /// Position of the parent; nil for a root.
        var parent: Int?
        var depth: Int
        /// The position behind the last step below this one.
        var end: Int
        var irregularity: Irregularity?
        /// Whether this step or one below it has to do with LLMs, or failed.
        var hasMeaning: Bool
        /// Position of the last call to a model among this step and those below it.
        var lastCall: Int?
        /// How many steps below it failed.
        var failuresBelow: Int
        /// Index of the group of siblings that are shown as one row.
        var group: Int?
    }

    /// Siblings that are alike.
    struct Group: Hashable, Sendable {
        var id: FoldID
        /// Positions of the first one and of the one that took longest.
        var first: Int
        var slowest: Int
        var count: Int
        /// Sums over those that say it.
        var duration: Nanoseconds?
        var tokens: Int64?
        var cost: Money?
        /// From the start of the first to the end of the last.
        var from: Timestamp
        var to: Timestamp
    }

    let outline: TraceOutline
    /// Parents before what is below them, siblings by their start.
    let nodes: [Node]
    let groups: [Group]
    /// From the first start to the last end.
    let range: TimeRange
    let totals: StepTotals

    /// The step at a position.
    func step(_ position: Int) -> TraceStep { outline.steps[nodes[position].step] }

    /// The position of a step; nil when it is not there.
    func position(of span: SpanID) -> Int? { positions[span] }

    /// The position of the last call to a model; nil when there is none.
    let lastCall: Int?
    /// The positions of the steps that failed.
    let failures: [Int]
    private let positions: [SpanID: Int]

    init(_ outline: TraceOutline) {
        let steps = outline.steps
        var nodes = Self.order(steps)
        Self.sumUp(steps, &nodes)
        groups = Self.groups(steps, &nodes)
        lastCall = nodes.reduce(nil) { $1.parent == nil ? $1.lastCall ?? $0 : $0 }
        (self.outline, self.nodes) = (outline, nodes)
        failures = nodes.indices.filter { steps[nodes[$0].step].isError }
        positions = Dictionary(
            nodes.indices.map { (steps[nodes[$0].step].spanID, $0) }, uniquingKeysWith: { first, _ in first })
        totals = StepTotals(steps)
        var range: (from: Timestamp, to: Timestamp)?
        for step in steps {
            let end = step.duration == nil ? step.start : max(step.start, step.end)
            range = (min(range?.from ?? step.start, step.start), max(range?.to ?? end, end))
        }
        self.range = TimeRange(
            from: range?.from ?? Timestamp(nanoseconds: 0), to: range?.to ?? Timestamp(nanoseconds: 0))
    }

    /// What is looked at first when `span` is opened: the call itself; of an agent or an ordinary span the innermost step that
    /// failed, else its last call to a model.
    func start(for span: SpanID?) -> Int? {
        let opened = span.flatMap { positions[$0] }
        if let opened, step(opened).operation?.isInference == true { return opened }
        let below = opened.map { $0..<nodes[$0].end } ?? nodes.indices
        if let failed = innermostFailure(within: below) { return failed }
        return opened.map { nodes[$0].lastCall ?? $0 } ?? lastCall ?? nodes.indices.first
    }

    /// The first failed step below which nothing failed: where it began.
    func innermostFailure(within range: Range<Int>) -> Int? {
        failures.first { range.contains($0) && nodes[$0].failuresBelow == 0 }
    }
}

/// What can be folded.
enum FoldID: Hashable, Sendable {
    /// All that is below a step.
    case below(SpanID)
    /// Siblings that are alike, below `parent`.
    case alike(parent: SpanID?, String)
}
