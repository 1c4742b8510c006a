import Domain

/// The waterfall that is looked at: which rows are seen, and which one is selected.
struct Waterfall: Sendable {
    private(set) var tree: StepTree?
    private(set) var rows: [WaterfallRow] = []
    /// Index of the selected row.
    private(set) var index = 0
    /// The first row on the screen.
    private(set) var offset = 0
    /// The step whose conversation is shown; nil until one is known.
    private(set) var span: SpanID?
    /// What is folded the other way than usual.
    private var toggled: Set<FoldID> = []

    /// A waterfall of which nothing is known but the step to look at.
    init(span: SpanID?) { self.span = span }

    /// The selected row; nil when there is none.
    var row: WaterfallRow? { rows.indices.contains(index) ? rows[index] : nil }
    /// The step of the selected row.
    var step: TraceStep? { row.flatMap { row in tree.map { $0.step(row.position) } } }

    /// Shows what has become of the trace; selection and folds stay as they are.
    mutating func show(_ tree: StepTree) {
        let isFirst = self.tree == nil
        self.tree = tree
        if isFirst, let start = tree.start(for: span) {
            span = tree.step(start).spanID
            reveal(start)
        } else {
            refresh()
        }
    }

    /// Selects the row at `wanted`, or the nearest one.
    mutating func select(_ wanted: Int) {
        index = min(max(0, wanted), max(0, rows.count - 1))
        if let step { span = step.spanID }
    }

    /// Selects the step at `position` and unfolds what hides it.
    mutating func reveal(_ position: Int) {
        guard let tree, tree.nodes.indices.contains(position) else { return }
        toggled.formSymmetricDifference(tree.hiding(position, toggled: toggled))
        rows = tree.rows(toggled: toggled)
        select(rows.firstIndex { $0.position == position && $0.group == nil } ?? 0)
    }

    /// Keeps the selected row among the `height` that are seen.
    mutating func scroll(height: Int) {
        offset = min(offset, max(0, rows.count - height))
        offset = min(max(offset, index - height + 1), index)
    }

    // MARK: Folding

    /// Folds or unfolds the selected row.
    mutating func toggle() {
        guard let tree, let row, row.hidden != nil else { return }
        toggle(row.group.map { tree.groups[$0].id } ?? .below(tree.step(row.position).spanID))
    }

    /// Folds the selected row, or goes to the row above which it stands.
    mutating func fold() {
        guard let row else { return }
        if row.hidden == 0 { return toggle() }
        select(rows[..<index].lastIndex { $0.depth < row.depth } ?? index)
    }

    /// Unfolds the selected row, or goes to the first one below it.
    mutating func unfold() {
        guard let row, let hidden = row.hidden else { return }
        if hidden > 0 { toggle() } else { select(index + 1) }
    }

    /// Unfolds everything, or folds as usual.
    mutating func toggleAll() {
        guard let tree else { return }
        guard toggled.isEmpty else {
            toggled = []
            return refresh()
        }
        toggled.formUnion(tree.groups.map(\.id))
        for (position, node) in tree.nodes.enumerated() where !node.hasMeaning && node.end > position + 1 {
            toggled.insert(.below(tree.step(position).spanID))
        }
        refresh()
    }

    private mutating func toggle(_ id: FoldID) {
        toggled.formSymmetricDifference([id])
        refresh()
    }

    /// Makes the rows anew; the selection stays with its step, or goes to what hides it.
    private mutating func refresh() {
        guard let tree else { return }
        let wasGroup = row?.group != nil
        rows = tree.rows(toggled: toggled)
        guard let position = span.flatMap(tree.position) else { return select(index) }
        if let found = rows.firstIndex(where: { $0.position == position && ($0.group != nil) == wasGroup })
            ?? rows.firstIndex(where: { $0.position == position })
        {
            index = found
            return
        }
        var steps: [Int: Int] = [:]
        var groups: [Int: Int] = [:]
        for (index, row) in rows.enumerated() {
            if let group = row.group { groups[group] = index } else { steps[row.position] = index }
        }
        var present: Int? = position
        while let here = present {
            if let found = steps[here] ?? tree.nodes[here].group.flatMap({ groups[$0] }) { return select(found) }
            present = tree.nodes[here].parent
        }
        select(0)
    }
}
