import Domain
import Simulator

/// Makes OTLP requests of GenAI spans with 2 kB of text a call, as the load of the ingest figures.
struct PayloadMaker {
    /// What a request holds.
    enum Shape: String, CaseIterable {
        /// Each span is a chat call and a trace of its own.
        case flat
        /// Six spans a trace (embeddings, retrieval, chat, a wrapper around it, tool, root agent with session and release), children first.
        case traces
    }

    static let spansPerRequest = 512
    private static let models = [
        "gpt-4o-mini", "gpt-4o-mini", "gpt-4o-mini", "gpt-4o", "gpt-4o", "claude-sonnet-4-5", "gemini-2.5-flash",
    ]
    private let shape: Shape
    private let series: Int
    private let prose: Prose
    private let systems: [ArraySlice<UInt8>]
    private var random: RandomNumbers
    private var pending: [(end: Int64, combination: Int, isCall: Bool, bytes: [UInt8])] = []
    /// LLM calls in the requests made so far.
    private(set) var callsSent = 0

    init(_ shape: Shape, series: Int, prose: Prose, seed: UInt64) {
        (self.shape, self.series, self.prose) = (shape, max(1, series), prose)
        random = RandomNumbers(seed: seed)
        var random = random
        systems = (0..<12).map { _ in prose.piece(600, &random) }
    }

    /// The next request; its spans lie in the minute before `end`.
    mutating func request(endingAt end: Timestamp) -> [UInt8] {
        while pending.count < Self.spansPerRequest * (shape == .traces ? 2 : 1) { addTrace(before: end) }
        if shape == .traces { pending.sort { $0.end < $1.end } }
        let spans = pending.prefix(Self.spansPerRequest)
        pending.removeFirst(spans.count)
        callsSent += spans.count { $0.isCall }
        var writer = ProtobufWriter()
        for (service, group) in Dictionary(grouping: spans, by: { $0.combination % 7 }).sorted(by: { $0.key < $1.key })
        {
            writer.message(1) { resourceSpans in
                resourceSpans.message(1) {
                    Self.attribute("service.name", text: "service-\(service)", 1, &$0)
                    Self.attribute("deployment.environment.name", text: "prod", 1, &$0)
                }
                resourceSpans.message(2) { scope in
                    scope.message(1) {
                        $0.string(1, "bench")
                        $0.string(2, "1")
                    }
                    for span in group { scope.bytes(2, span.bytes) }
                }
            }
        }
        return writer.bytes
    }

    private mutating func addTrace(before moment: Timestamp) {
        let combination = Int(random.next() % UInt64(series))
        let took = Int64(random.logNormal(median: 1.1e9, sigma: 0.6))
        let start = moment.nanoseconds - took - 200_000_000 - Int64(random.next() % 57_000_000_000)
        let trace = TraceID(high: random.next(), low: random.next() | 1)
        let (root, wrapper) = (random.next() | 1, random.next() | 1)
        func add(
            _ name: String, _ id: UInt64, _ parent: UInt64?, _ from: Int64, _ to: Int64, isCall: Bool = false,
            _ fill: (inout ProtobufWriter) -> Void
        ) {
            var writer = ProtobufWriter()
            writer.bytes(1, trace.bytes)
            writer.bytes(2, SpanID(id)?.bytes ?? [])
            if let parent { writer.bytes(4, SpanID(parent)?.bytes ?? []) }
            writer.string(5, name)
            writer.varint(6, 3)
            writer.fixed64(7, UInt64(clamping: start + from))
            writer.fixed64(8, UInt64(clamping: start + to))
            fill(&writer)
            pending.append((start + to, combination, isCall, writer.bytes))
        }
        let model = Self.models[combination % Self.models.count]
        let chat = chatAttributes(combination, model)
        let owner = ownerAttributes(combination)
        guard shape == .traces else {
            add("chat \(model)", random.next() | 1, nil, 0, took, isCall: true) {
                chat(&$0)
                owner(&$0)
            }
            return
        }
        let document = prose.piece(300, &random)
        let ms: Int64 = 1_000_000
        add("embeddings", random.next() | 1, root, 10 * ms, 20 * ms) {
            Self.attribute("gen_ai.operation.name", text: "embeddings", 9, &$0)
            Self.attribute("gen_ai.request.model", text: "text-embedding-3-small", 9, &$0)
            Self.attribute("gen_ai.usage.input_tokens", integer: 40, 9, &$0)
        }
        add("retrieval kb", random.next() | 1, root, 20 * ms, 50 * ms) {
            Self.attribute("gen_ai.operation.name", text: "retrieval", 9, &$0)
            let text = String(decoding: document, as: UTF8.self)
            Self.attribute(
                "gen_ai.retrieval.documents", text: #"[{"id":"d1","score":0.9,"content":"\#(text)"}]"#, 9, &$0)
        }
        add("chat \(model)", random.next() | 1, wrapper, 65 * ms, 65 * ms + took, isCall: true, chat)
        add("chat \(model)", wrapper, root, 60 * ms, 70 * ms + took) {
            Self.attribute("gen_ai.operation.name", text: "chat", 9, &$0)
            Self.attribute("gen_ai.request.model", text: model, 9, &$0)
        }
        add("execute_tool lookup", random.next() | 1, root, 70 * ms + took, 80 * ms + took) {
            Self.attribute("gen_ai.operation.name", text: "execute_tool", 9, &$0)
            Self.attribute("gen_ai.tool.name", text: "lookup", 9, &$0)
        }
        add("invoke_agent support", root, nil, 0, 90 * ms + took) {
            Self.attribute("gen_ai.operation.name", text: "invoke_agent", 9, &$0)
            Self.attribute("gen_ai.agent.name", text: "support", 9, &$0)
            Self.attribute("gen_ai.usage.input_tokens", integer: 99_999, 9, &$0)
            owner(&$0)
        }
    }

    private mutating func ownerAttributes(_ combination: Int) -> (inout ProtobufWriter) -> Void {
        let (conversation, user) = (random.next() % 10_000_000, random.pareto(0.8))
        return {
            Self.attribute("gen_ai.conversation.id", text: "conv-\(conversation)", 9, &$0)
            Self.attribute("user.id", text: "u\(user)", 9, &$0)
            Self.attribute("headframe.release", text: "r\(40 + combination % 9)", 9, &$0)
        }
    }

    private mutating func chatAttributes(_ combination: Int, _ model: String) -> (inout ProtobufWriter) -> Void {
        func message(_ role: String, _ text: ArraySlice<UInt8>) -> String {
            #"{"role":"\#(role)","parts":[{"type":"text","content":"\#(String(decoding: text, as: UTF8.self))"}]}"#
        }
        let system = systems[random.pareto(1) % systems.count]
        let input = "[\(message("system", system)),\(message("user", prose.piece(840, &random)))]"
        let output = "[\(message("assistant", prose.piece(560, &random)))]"
        let (inputTokens, outputTokens) = (Int64(360 + random.next() % 200), Int64(20 + random.next() % 580))
        let cached: Int64 = random.next() % 2 == 0 ? 150 : 0
        let first = random.logNormal(median: 0.3, sigma: 0.5)
        let response = "chatcmpl-\(random.next())\(random.next())"
        let fails = random.next() % 100 == 0
        return {
            Self.attribute("gen_ai.operation.name", text: "chat", 9, &$0)
            Self.attribute("gen_ai.provider.name", text: model.hasPrefix("claude") ? "anthropic" : "openai", 9, &$0)
            Self.attribute("gen_ai.request.model", text: model, 9, &$0)
            Self.attribute("gen_ai.response.model", text: model, 9, &$0)
            Self.attribute("gen_ai.request.temperature", double: 0.2, 9, &$0)
            Self.attribute("gen_ai.request.max_tokens", integer: 512, 9, &$0)
            Self.attribute("gen_ai.usage.input_tokens", integer: inputTokens, 9, &$0)
            Self.attribute("gen_ai.usage.output_tokens", integer: outputTokens, 9, &$0)
            Self.attribute("gen_ai.usage.cache_read.input_tokens", integer: cached, 9, &$0)
            Self.attribute("gen_ai.response.id", text: response, 9, &$0)
            Self.attribute("gen_ai.prompt.name", text: "prompt-\(combination % 23)", 9, &$0)
            Self.attribute("gen_ai.prompt.version", text: "\(6 + combination % 5)", 9, &$0)
            Self.attribute("gen_ai.response.time_to_first_chunk", double: first, 9, &$0)
            Self.attribute("server.address", text: "api.example.com", 9, &$0)
            Self.attribute("server.port", integer: 443, 9, &$0)
            Self.attribute("gen_ai.input.messages", text: input, 9, &$0)
            Self.attribute("gen_ai.output.messages", text: output, 9, &$0)
            if fails { $0.message(15) { $0.varint(3, 2) } }
        }
    }

    static func attribute(_ key: String, text: String, _ field: Int, _ writer: inout ProtobufWriter) {
        writer.message(field) {
            $0.string(1, key)
            $0.message(2) { $0.string(1, text) }
        }
    }

    static func attribute(_ key: String, integer number: Int64, _ field: Int, _ writer: inout ProtobufWriter) {
        writer.message(field) {
            $0.string(1, key)
            $0.message(2) { $0.varint(3, number) }
        }
    }

    static func attribute(_ key: String, double number: Double, _ field: Int, _ writer: inout ProtobufWriter) {
        writer.message(field) {
            $0.string(1, key)
            $0.message(2) { $0.double(4, number) }
        }
    }
}
