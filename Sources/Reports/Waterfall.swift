import Domain
import Drawing

/// When each span of a trace ran, beside what it cost.
struct Waterfall {
    private let tree: SpanTree
    private let width: Int
    private let first: Timestamp
    /// Nanoseconds from the first start to the last end, at least 1.
    private let length: Double

    init(_ tree: SpanTree, width: Int) {
        (self.tree, self.width) = (tree, width)
        first = tree.nodes.map(\.span.row.start).min() ?? Timestamp(nanoseconds: 0)
        let last = tree.nodes.map(\.span.row.end).max() ?? first
        length = max(1, Double(last.since(first).count))
    }

    var lines: [String] {
        let facts = tree.nodes.map { Self.facts($0.span.row) }
        let names = tree.nodes.map { $0.branch + $0.title }
        let bar = width >= Self.widthWithBars ? width / 4 : 0
        let durations = tree.nodes.map { Format.duration(seconds: $0.span.row.duration?.seconds) }
        let durationWidth = durations.map { Text.width(of: $0) }.max() ?? 0
        let room = width - (bar > 0 ? bar + 2 : 0) - durationWidth - 2
        let nameWidth = min(names.map { Text.width(of: $0) }.max() ?? 0, room * 3 / 5)
        return tree.nodes.indices.map { index in
            var line = Self.padded(Text.truncated(names[index], to: nameWidth), to: nameWidth) + "  "
            if bar > 0 { line += self.bar(tree.nodes[index].span.row, cells: bar) + "  " }
            line += String(repeating: " ", count: durationWidth - Text.width(of: durations[index])) + durations[index]
            guard !facts[index].isEmpty else { return line }
            return Text.truncated(line + "  " + facts[index], to: width)
        }
    }

    /// Where within the trace it ran.
    private func bar(_ row: RequestRow, cells: Int) -> String {
        func cell(_ moment: Timestamp) -> Double { Double(moment.since(first).count) / length * Double(cells) }
        let from = min(cells - 1, max(0, Int(cell(row.start))))
        let to = min(cells, max(from + 1, Int(cell(row.end).rounded(.up))))
        return String(repeating: "·", count: from) + String(repeating: "█", count: to - from)
            + String(repeating: "·", count: cells - to)
    }

    private static func facts(_ row: RequestRow) -> String {
        var facts: [String] = []
        if row.call.operation?.hasUsage == true, row.call.usage.isKnown {
            let input = Format.grouped(row.call.usage.input.map { Int(clamping: $0) })
            let output = Format.grouped(row.call.usage.output.map { Int(clamping: $0) })
            facts.append("\(input) → \(output) tokens")
        }
        if let cost = row.cost { facts.append(Format.money(cost.usd)) }
        if row.call.isError { facts.append("error" + (row.call.errorType.map { " \($0)" } ?? "")) }
        return Text.sanitized(facts.joined(separator: "  "))
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - Text.width(of: text)))
    }

    private static let widthWithBars = 80
}
