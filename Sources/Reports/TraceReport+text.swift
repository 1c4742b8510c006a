import Domain
import Drawing

extension TraceReport {
    /// The trace for people: what took how long, then what was said, in lines of at most `width` cells (60 at least).
    public func text(width: Int) -> String {
        let width = max(width, 60)
        let tree = SpanTree(trace.spans)
        var lines = [headline] + Waterfall(tree, width: width).lines
        let judged = Dictionary(grouping: feedback, by: \.spanID)
        for node in tree.nodes {
            var said = ConversationText(width: width)
            said.add(contents(node.span.span, node.span.logs))
            for score in node.span.row.scores where score.name != Feedback.scoreName { said.add(score) }
            for feedback in judged[node.span.row.spanID] ?? [] { said.add(feedback) }
            guard !said.lines.isEmpty else { continue }
            lines += ["", Text.truncated("── \(node.title)", to: width)] + said.lines
        }
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        let rows = trace.spans.map(\.row)
        var facts = ["trace \(trace.traceID)"]
        if let start = rows.map(\.start).min(), let end = rows.map(\.end).max() {
            facts += [start.rfc3339(), Format.duration(seconds: max(0, end.since(start).seconds))]
        }
        facts.append("\(Format.grouped(rows.count)) \(rows.count == 1 ? "span" : "spans")")
        let errors = rows.count(where: \.call.isError)
        if errors > 0 { facts.append("\(Format.grouped(errors)) \(errors == 1 ? "error" : "errors")") }
        return facts.joined(separator: "  ")
    }
}
