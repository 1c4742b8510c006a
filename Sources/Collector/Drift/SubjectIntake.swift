import Domain
import Redaction
import Statistics
import Storage

/// Takes the signals out of the calls of one subject, and adds them up by five minutes until they are kept.
struct SubjectIntake {
    /// What is not kept yet, by the beginning of its five minutes.
    private(set) var pending: [Timestamp: WindowSummary] = [:]
    var topics: PromptTopics
    var examples: CallExamples
    /// Whether topics became known since they were kept.
    var hasNewTopics = false
    /// The five minutes that are counted for the rate, and the calls in it and before.
    private var (counted, calls, callsBefore): (Timestamp?, Int, Int) = (nil, 0, 0)

    static let step = Nanoseconds.minutes(5)
    /// Texts that are looked at in five minutes: of more calls, those of a share of the sessions.
    private static let mostTexts = 60_000

    init(topics: PromptTopics = PromptTopics(), examples: CallExamples = CallExamples()) {
        (self.topics, self.examples) = (topics, examples)
    }

    /// Forgets what is kept now.
    mutating func clear() { pending.removeAll(keepingCapacity: true) }

    /// Adds a score.
    mutating func add(_ score: Score) {
        guard let value = score.value, value.isFinite, !score.name.isEmpty, score.name.utf8.count <= 128 else { return }
        pending[score.time.floored(to: Self.step), default: WindowSummary()].update(Self.noSegment) {
            $0.add(value, to: DriftSignal.score(score.name).name)
        }
    }

    /// Adds a call, or a retrieval step.
    mutating func add(
        _ call: StoredCall, _ tools: IntakeTools, _ contents: () throws -> SpanContents?
    ) rethrows {
        let start = call.end.floored(to: Self.step)
        let isRead = isSampled(call, start)
        let said = isRead ? try contents() : nil
        var summary = pending.removeValue(forKey: start) ?? WindowSummary()
        defer { pending[start] = summary }
        let segment = WindowSummary.segment(release: call.release, model: call.model)
        if call.isRetrieval {
            let best = said?.documents.compactMap(\.score).filter(\.isFinite).max()
            if let best { summary.update(Self.noSegment) { $0.add(best, to: DriftSignal.retrievalScore.name) } }
            return
        }
        summary.addSession(call.session)
        let texts = said.map { SaidTexts($0) }
        summary.update(segment) { part in
            part.addCall()
            Self.add(call, to: &part)
            if let texts { Self.add(texts, to: &part) }
        }
        if let texts { add(texts, call, segment, &summary, tools) }
    }

    private static func add(_ call: StoredCall, to part: inout WindowPart) {
        if let tokens = call.inputTokens { part.add(Double(tokens), to: DriftSignal.inputTokens.name) }
        if let tokens = call.outputTokens { part.add(Double(tokens), to: DriftSignal.outputTokens.name) }
        if let duration = call.duration { part.add(duration, to: DriftSignal.latency.name) }
        if let first = call.timeToFirstToken { part.add(first, to: DriftSignal.timeToFirstToken.name) }
        if let cost = call.cost { part.add(cost, to: DriftSignal.cost.name) }
        if let model = call.model { part.add(model, to: DriftSignal.model.name) }
        part.add(call.isError ? "error" : call.finishReason ?? "unknown", to: DriftSignal.finishReason.name)
    }

    private static func add(_ texts: SaidTexts, to part: inout WindowPart) {
        if let input = texts.input {
            part.add(Double(input.length), to: DriftSignal.inputLength.name)
            part.add(texts.inputTraits?.language ?? "other", to: DriftSignal.language.name)
        }
        if let output = texts.output, let traits = texts.outputTraits {
            part.add(Double(output.length), to: DriftSignal.outputLength.name)
            part.add(traits.tone, to: DriftSignal.sentiment.name)
            part.add(traits.declines ? "yes" : "no", to: DriftSignal.refusal.name)
        }
    }

    /// What goes beyond numbers and words: embeddings, topics, words, examples.
    private mutating func add(
        _ texts: SaidTexts, _ call: StoredCall, _ segment: String, _ summary: inout WindowSummary, _ tools: IntakeTools
    ) {
        if let vector = texts.output?.embedding {
            summary.add(vector, session: call.session, to: DriftSignal.outputMeaning.name, features: tools.features)
        }
        guard let input = texts.input, let vector = input.embedding else { return }
        summary.add(vector, session: call.session, to: DriftSignal.inputMeaning.name, features: tools.features)
        summary.addText(words: input.words)
        let example = {
            DriftExplanation.Example(
                traceID: call.traceID, spanID: call.spanID,
                text: PromptText.excerpt(texts.inputText ?? "", tools.detector))
        }
        let (topic, isNew) = topics.name(vector, input)
        if isNew { hasNewTopics = true }
        let hasFailed = call.isError || call.finishReason == "content_filter" || texts.outputTraits?.declines == true
        if let topic {
            summary.update(segment) { part in
                part.add(topic, to: DriftSignal.topic.name)
                if hasFailed { part.add(topic, to: Self.failedTopic) }
            }
            examples.add(example(), of: "topic:" + topic)
            if hasFailed { examples.add(example(), of: "failed:" + topic) }
        }
        if let language = texts.inputTraits?.language { examples.add(example(), of: "language:" + language) }
        if let tone = texts.outputTraits?.tone, tone < -0.3 { examples.add(example(), of: DriftSignal.sentiment.name) }
        if texts.outputTraits?.declines == true { examples.add(example(), of: DriftSignal.refusal.name) }
    }

    private mutating func isSampled(_ call: StoredCall, _ start: Timestamp) -> Bool {
        if counted != start { (counted, callsBefore, calls) = (start, calls, 0) }
        calls += 1
        let most = max(callsBefore, calls)
        var level = 0
        while most >> level > Self.mostTexts { level += 1 }
        return call.session.trailingZeroBitCount >= level
    }

    /// Topics of calls that failed: no signal, but what failures are grouped by.
    static let failedTopic = "failed_topic"
    private static let noSegment = WindowSummary.segment(release: nil, model: nil)
}

/// What every intake needs.
struct IntakeTools {
    let features: EmbeddingFeatures
    let detector = Detector()

    init?() {
        // Unit vectors of unrelated prompts are about 1.7 apart, squared. The same waves for every window, so that all can be added.
        guard let kernel = GaussianKernel(gamma: 0.6),
            let features = EmbeddingFeatures(dimension: HashedEmbedding.dimension, kernel: kernel, seed: 0x4845_4144)
        else { return nil }
        self.features = features
    }
}
