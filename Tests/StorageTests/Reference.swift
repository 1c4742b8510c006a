import Conventions
import Domain

@testable import Storage

/// What the answers must be, computed from the spans themselves without a store.
struct Reference {
    /// A span as it counts once its whole trace is known.
    struct Counted {
        var sample: SampleSpan
        var context: CallContext
        var isInnermost: Bool
    }

    let spans: [Counted]

    init(_ samples: [SampleSpan]) {
        var symbols: [String: Int64] = [:]
        var texts: [Int64: String] = [:]
        func symbol(_ text: String?) -> Int64? {
            guard let text else { return nil }
            if let known = symbols[text] { return known }
            let number = Int64(symbols.count + 1)
            (symbols[text], texts[number]) = (number, text)
            return number
        }
        var counted: [Counted] = []
        for (_, trace) in Dictionary(grouping: Set(samples), by: \.trace) {
            let nodes = trace.compactMap { sample -> TraceNode? in
                guard let id = SpanID(sample.id) else { return nil }
                var node = TraceNode(
                    spanID: id, parentID: sample.parent.flatMap { SpanID($0) },
                    isInference: sample.operation?.isInference ?? false, kind: sample.operation == .embeddings ? 1 : 0)
                (node.session, node.user, node.release) = (
                    symbol(sample.session), symbol(sample.user), symbol(sample.release)
                )
                node.promptName = symbol(sample.prompt)
                node.promptVersion = symbol(sample.prompt == nil ? nil : "7")
                return node
            }
            for (sample, resolution) in zip(trace, Interpreter.resolve(nodes)) {
                var context = CallContext()
                context.session = resolution.session.flatMap { texts[$0] }
                context.user = resolution.user.flatMap { texts[$0] }
                context.release = resolution.release.flatMap { texts[$0] }
                context.promptName = resolution.promptName.flatMap { texts[$0] }
                context.promptVersion = resolution.promptVersion.flatMap { texts[$0] }
                counted.append(Counted(sample: sample, context: context, isInnermost: resolution.isInnermost))
            }
        }
        spans = counted
    }

    var calls: [Counted] { spans.filter { $0.isInnermost && $0.sample.operation?.isInference == true } }

    /// Calls, errors, tokens and cost by model and release, as `summary(_:)` gives them.
    var byModelAndRelease: [String: String] {
        Dictionary(grouping: calls) { "\($0.sample.model ?? "-") \($0.context.release ?? "-")" }.mapValues { calls in
            func sum(_ path: KeyPath<SampleSpan, Int64?>) -> Int64? {
                let known = calls.compactMap { $0.sample[keyPath: path] }
                return known.isEmpty ? nil : known.reduce(0, +)
            }
            return Self.text(
                calls.count, calls.count(where: \.sample.isError), sum(\.input), sum(\.output), sum(\.cost),
                calls.count { $0.sample.cost == nil && !$0.sample.isUnbilled })
        }
    }

    /// The same numbers out of an answer.
    static func summary(_ result: StatsResult) -> [String: String] {
        var groups: [String: String] = [:]
        for row in result.rows {
            let m = row.measures
            groups[row.key.map { $0 ?? "-" }.joined(separator: " ")] = text(
                Int(m.calls), Int(m.errors), m.inputTokens, m.outputTokens, m.cost?.nanodollars, Int(m.unpricedCalls))
        }
        return groups
    }

    private static func text(
        _ calls: Int, _ errors: Int, _ input: Int64?, _ output: Int64?, _ cost: Int64?, _ unpriced: Int
    ) -> String {
        let numbers = [input, output, cost].map { $0.map { "\($0)" } ?? "nil" }.joined(separator: " ")
        return "\(calls) calls \(errors) errors \(numbers) \(unpriced) unpriced"
    }
}
