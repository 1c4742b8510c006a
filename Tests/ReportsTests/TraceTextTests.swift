import Domain
import Drawing
import Reports
import Testing

/// A trace as `headframe request` prints it for people.
@Suite struct TraceTextTests {
    private static let start = ReportTests.range.from

    private func span(_ id: UInt64, _ parent: UInt64?, _ name: String, from: Int64, to: Int64) throws -> SpanDetail {
        let spanID = try #require(SpanID(id))
        let batch = TelemetryBatch(
            bytes: [], resources: [], scopes: [], spans: [SpanRecord(traceID: ReportTests.traceID, spanID: spanID)],
            attributes: [], values: [])
        var row = RequestRow(
            traceID: ReportTests.traceID, spanID: spanID, start: Self.start.advanced(by: .milliseconds(from)),
            end: Self.start.advanced(by: .milliseconds(to)))
        (row.name, row.duration, row.parentID) = (name, .milliseconds(to - from), parent.flatMap { SpanID($0) })
        return SpanDetail(row: row, span: try #require(batch.spans.first), logs: [])
    }

    private func report() throws -> TraceReport {
        var call = try span(2, 1, "chat", from: 100, to: 1100)
        call.row.call.operation = .chat
        call.row.call.requestModel = "gpt-4o"
        call.row.call.usage = TokenUsage(input: 1200, output: 34)
        call.row.cost = Money(usd: 0.25)
        (call.row.call.isError, call.row.call.errorType) = (true, "timeout")
        var score = Score(name: "faithfulness", time: Self.start, service: "judge", environment: "prod")
        (score.value, score.explanation, score.source) = (0.5, "half of it", "llm")
        call.row.scores = [score]
        let spans = try [span(1, nil, "answer", from: 0, to: 2000), call, span(3, 1, "search", from: 1100, to: 2000)]
        let feedback = Feedback(
            id: FeedbackID(rawValue: 1), traceID: ReportTests.traceID, spanID: call.row.spanID, rating: .down,
            correction: "Tomorrow.", note: "not \u{1B}[2J true", principal: "os:anna", time: Self.start)
        let chat = call.row.spanID
        return TraceReport(
            TraceDetail(traceID: ReportTests.traceID, spans: spans),
            contents: { span, _ in
                var contents = SpanContents()
                guard span.spanID == chat else { return contents }
                contents.input = [Message(role: "user", parts: [.text(String(repeating: "where is it ", count: 20))])]
                contents.output = [
                    Message(
                        role: "assistant",
                        parts: [
                            .toolCall(id: "1", name: "track", arguments: ["id": 7]), .text("Here\u{1B}]0;x\u{7}."),
                        ],
                        finishReason: "length")
                ]
                contents.documents = [RetrievedDocument(id: "faq-12", score: 0.83, content: "Parcels arrive.")]
                return contents
            }, feedback: [feedback])
    }

    @Test(arguments: [40, 60, 79, 80, 120, 200])
    func everyLineFits(width: Int) throws {
        let lines = try report().text(width: width).split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines.dropFirst() { #expect(Text.width(of: String(line)) <= max(60, width), "\(line)") }
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { !$0.isHostile } })
    }

    @Test func tellsWhatHappenedAndWhatWasSaid() throws {
        let lines = try report().text(width: 120).split(separator: "\n").map(String.init)
        #expect(lines[0].contains("3 spans") && lines[0].contains("1 error"))
        #expect(lines[1].hasPrefix("answer") && lines[1].contains(String(repeating: "█", count: 30)))
        #expect(lines[2].hasPrefix("├ chat gpt-4o  ·█"))
        for fact in ["1.00 s", "1 200 → 34 tokens", "$0.25", "error timeout"] { #expect(lines[2].contains(fact)) }
        #expect(lines[3].hasPrefix("└ search"))
        let text = lines.joined(separator: "\n")
        for said in [
            "user        where is it", "assistant   calls track({\"id\":7})", "(ended: length)",
            "document    1.  faq-12  0.83", "            Parcels arrive.",
            "score       faithfulness  0.50  by llm", "            half of it", "feedback    bad  by os:anna",
            "            should be: Tomorrow.",
        ] { #expect(text.contains(said), "\(said)") }
    }

    @Test func circlesAndOrphansAreShownOnce() throws {
        let spans = try [
            span(1, 2, "a", from: 0, to: 1), span(2, 1, "b", from: 0, to: 1), span(3, 3, "self", from: 0, to: 1),
            span(4, 99, "orphan", from: 0, to: 1),
        ]
        let text = TraceReport(TraceDetail(traceID: ReportTests.traceID, spans: spans)) { _, _ in SpanContents() }
            .text(width: 100)
        for name in ["a", "b", "self", "orphan"] {
            #expect(text.split(separator: "\n").count { $0.contains("\(name)  ") && !$0.hasPrefix("trace") } == 1)
        }
    }

    @Test func aChainOfAnyLengthIsDrawn() throws {
        let spans = try (1...3000 as ClosedRange<UInt64>).map {
            try span($0, $0 == 1 ? nil : $0 - 1, "n", from: 0, to: 1)
        }
        let lines = TraceReport(TraceDetail(traceID: ReportTests.traceID, spans: spans)) { _, _ in SpanContents() }
            .text(width: 80).split(separator: "\n")
        #expect(lines.count == 3001)
    }
}
