import Conventions
import Domain
import Wire

/// Reads the bodies of a capture as the collector would, keeps everything in memory, and counts.
struct TraceBook {
    private struct Key: Hashable {
        var trace: TraceID
        var span: SpanID
    }

    private var spans: [Key: (span: Span, call: Call)] = [:]
    private var order: [Key] = []
    private var logs: [Key: [LogRecord]] = [:]
    private var symbols: [String: Int64] = [:]
    private let interpreter = Interpreter()

    /// - Parameter arrange: changes the order of bodies, and of the spans of all bodies.
    init(_ bodies: [Capture.Body]) throws {
        for body in bodies {
            switch body {
            case .traces(let bytes): add(try OTLP.traces(protobuf: bytes))
            case .logs(let bytes): add(try OTLP.logs(protobuf: bytes))
            }
        }
    }

    private mutating func add(_ batch: TelemetryBatch) {
        for span in batch.spans {
            let key = Key(trace: span.traceID, span: span.spanID)
            guard spans[key] == nil else { continue }
            spans[key] = (span, interpreter.call(of: span))
            order.append(key)
        }
        for log in batch.logs where interpreter.keeps(log) {
            guard let trace = log.traceID, let span = log.spanID else { continue }
            logs[Key(trace: trace, span: span), default: []].append(log)
        }
    }

    /// The call with what its log records add to it.
    private func whole(_ call: Call, _ key: Key) -> Call {
        var call = call
        for log in logs[key] ?? [] { if let supplement = interpreter.supplement(of: log) { call.add(supplement) } }
        return call
    }

    private mutating func symbol(_ text: String?) -> Int64? {
        text.map { text in
            if let symbol = symbols[text] { return symbol }
            symbols[text] = Int64(symbols.count)
            return Int64(symbols.count - 1)
        }
    }

    private mutating func node(_ key: Key, _ span: Span, _ call: Call) -> TraceNode {
        let kinds: [Operation: UInt8] = [.embeddings: 1, .retrieval: 2]
        var node = TraceNode(
            spanID: key.span, parentID: span.parentID, isInference: call.operation?.isInference == true,
            kind: call.operation.flatMap { kinds[$0] } ?? 0)
        node.session = symbol(call.context.session)
        node.user = symbol(call.context.user)
        node.release = symbol(call.context.release)
        node.promptName = symbol(call.context.promptName)
        node.promptVersion = symbol(call.context.promptVersion)
        return node
    }

    /// Counts what `expected.json` says, with the samples that it names.
    mutating func found(samples: [Expected.Sample]) -> Expected {
        var found = Expected()
        var (firstTokens, durations): ([Double], [Double]) = ([], [])
        let traces = Dictionary(grouping: order, by: \.trace)
        found.spans = Int64(order.count)
        for keys in traces.values {
            let members = keys.compactMap { key in spans[key].map { (key, $0.span, whole($0.call, key)) } }
            let nodes = members.map { node($0.0, $0.1, $0.2) }
            for ((key, span, call), resolution) in zip(members, Interpreter.resolve(nodes)) {
                if let session = call.context.session { found.sessions.insert(session) }
                let contents = contents(key, span)
                found.documents += Int64(contents.documents.count)
                if call.operation == .executeTool { found.tools += 1 }
                guard resolution.isInnermost else { continue }
                if call.operation == .retrieval { found.retrievals += 1 }
                guard call.operation?.isInference == true else { continue }
                found.count(call)
                if !Self.input(contents.input).isEmpty { found.callsWithInput += 1 }
                if !Self.output(contents.output).isEmpty { found.callsWithOutput += 1 }
                if let time = call.timeToFirstToken { firstTokens.append(time.seconds) }
                durations.append(Double(span.end &- span.start) / 1e6)
            }
        }
        firstTokens.sort()
        found.callsWithFirstToken = Int64(firstTokens.count)
        if !firstTokens.isEmpty {
            found.medianFirstToken = (firstTokens[(firstTokens.count - 1) / 2] + firstTokens[firstTokens.count / 2]) / 2
        }
        (found.shortest, found.longest) = (durations.min(), durations.max())
        found.samples = samples.map { sample($0.traceID, $0.spanID) }
        return found
    }

    private func contents(_ key: Key, _ span: Span) -> SpanContents {
        Interpreter.contents(span, (logs[key] ?? []).sorted { $0.time < $1.time })
    }

    private func sample(_ trace: String, _ span: String) -> Expected.Sample {
        var sample = Expected.Sample(traceID: trace, spanID: span, input: "", output: "")
        guard let trace = TraceID(hex: trace), let id = SpanID(hex: span) else { return sample }
        let key = Key(trace: trace, span: id)
        guard let span = spans[key]?.span else { return sample }
        let contents = contents(key, span)
        sample.input = Self.input(contents.input)
        sample.output = Self.output(contents.output)
        return sample
    }

    /// The last message of a user, else the last of all.
    private static func input(_ messages: [Message]) -> String {
        (messages.last { $0.role == "user" } ?? messages.last)?.text ?? ""
    }

    /// The first message that says something.
    private static func output(_ messages: [Message]) -> String {
        messages.lazy.map(\.text).first { !$0.isEmpty } ?? ""
    }
}

extension Expected {
    /// Counts one call.
    fileprivate mutating func count(_ call: Call) {
        calls += 1
        if call.isError { errors += 1 }
        if call.context.session != nil { callsWithOwnSession += 1 }
        var usage = self.usage[call.model ?? "unknown"] ?? Usage()
        usage.calls += 1
        usage.input += call.usage.input ?? 0
        usage.output += call.usage.output ?? 0
        usage.cached += call.usage.cacheRead ?? 0
        if !call.usage.isKnown { usage.unknown += 1 }
        self.usage[call.model ?? "unknown"] = usage
    }
}
