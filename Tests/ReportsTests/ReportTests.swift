import Domain
import Reports
import Testing

@Suite struct ReportTests {
    static let range = TimeRange(from: Timestamp(seconds: 1_795_478_400), to: Timestamp(seconds: 1_795_479_300))

    static var measures: Measures {
        var measures = Measures()
        (measures.calls, measures.errors, measures.inputTokens) = (4, 1, 100)
        measures.cost = Money(usd: 0.25)
        measures.duration = Quantiles(count: 4, p50: 0.5, p90: 1, p95: 1.5, p99: 2, max: 2.25)
        measures.scores = ["faithfulness": ScoreSummary(count: 2, sum: 1.5)]
        return measures
    }

    @Test func shapeOfStats() {
        let query = StatsQuery(range: Self.range, by: [.service, .model], at: Self.range.to)
        let result = StatsResult(
            rows: [StatsRow(key: ["bot", nil], measures: Self.measures)], total: Measures(), coverage: .complete)
        #expect(
            StatsReport(query, result).json.text
                == #"{"range":{"from":"2026-11-24T00:00:00.000Z","to":"2026-11-24T00:15:00.000Z"},"by":["service","model"],"rows":[{"key":{"service":"bot","model":null},"calls":4,"errors":1,"input_tokens":100,"output_tokens":null,"cache_read_tokens":null,"cache_write_tokens":null,"reasoning_tokens":null,"cost_usd":0.25,"unpriced_calls":0,"duration_ms":{"p50":500,"p90":1000,"p95":1500,"p99":2000,"max":2250},"ttft_ms":{"count":0,"p50":null,"p90":null,"p95":null,"p99":null},"scores":{"faithfulness":{"count":2,"mean":0.75}}}],"total":{"key":{},"calls":0,"errors":0,"input_tokens":null,"output_tokens":null,"cache_read_tokens":null,"cache_write_tokens":null,"reasoning_tokens":null,"cost_usd":null,"unpriced_calls":0,"duration_ms":{"p50":null,"p90":null,"p95":null,"p99":null,"max":null},"ttft_ms":{"count":0,"p50":null,"p90":null,"p95":null,"p99":null},"scores":{}}}"#
        )
    }

    @Test func anAnswerThatDoesNotRestOnEverythingSaysSo() {
        let query = StatsQuery(range: Self.range, at: Self.range.to)
        let report = StatsReport(
            query, StatsResult(rows: [], total: Measures(), coverage: .partial(read: 1200, total: 50_000)))
        #expect(report.json["coverage"]?.string == "from 1 200 of 50 000 calls")
        #expect(report.text.hasSuffix("from 1 200 of 50 000 calls"))
    }

    @Test func tablesAreAlignedAndHarmless() {
        let query = StatsQuery(range: Self.range, by: [.model], at: Self.range.to)
        let rows = [
            StatsRow(key: ["gpt\u{1B}[31m"], measures: Self.measures), StatsRow(key: ["漢字"], measures: Self.measures),
            StatsRow(key: [nil], measures: Measures()),
        ]
        let text = StatsReport(query, StatsResult(rows: rows, total: Self.measures, coverage: .complete)).text
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(text.contains("unknown") && text.contains("$0.25"))
        let row = text.split(separator: "\n").first { $0.hasPrefix("unknown") }
        #expect(row?.contains("$0") == false, "what is missing is not 0: \(row ?? "")")
    }

    static let traceID = TraceID(high: 1, low: 2)
    static let spanID = SpanID(3)

    static func request() throws -> RequestRow {
        var row = RequestRow(
            traceID: traceID, spanID: try #require(spanID), start: Self.range.from,
            end: Self.range.from.advanced(by: .milliseconds(1500)))
        row.duration = .milliseconds(1500)
        row.call.service = "bot"
        row.call.operation = .chat
        row.call.context.promptName = "answer"
        row.call.usage = TokenUsage(input: 10, output: nil)
        var score = Score(name: "faithfulness", time: Self.range.from, service: "bot", environment: "prod")
        score.value = 0.5
        row.scores = [score]
        return row
    }

    @Test func shapeOfARequest() throws {
        #expect(
            try Self.request().json.text
                == #"{"trace_id":"00000000000000010000000000000002","span_id":"0000000000000003","start":"2026-11-24T00:00:00.000000000Z","duration_ms":1500,"service":"bot","environment":"default","operation":"chat","provider":null,"request_model":null,"response_model":null,"release":null,"prompt":{"name":"answer","version":null},"session":null,"user":null,"status":"ok","error_type":null,"input_tokens":10,"output_tokens":null,"cache_read_tokens":null,"cache_write_tokens":null,"reasoning_tokens":null,"cost_usd":null,"cost_source":null,"ttft_ms":null,"finish_reasons":[],"scores":{"faithfulness":{"value":0.5,"label":null,"explanation":null,"source":null,"error_type":null}},"dialect":"none"}"#
        )
        #expect(try RequestsReport([Self.request(), Self.request()]).jsonLines.split(separator: "\n").count == 2)
    }

    @Test func shapeOfATrace() throws {
        let batch = TelemetryBatch(
            bytes: [], resources: [], scopes: [],
            spans: [SpanRecord(traceID: TraceID(high: 1, low: 2), spanID: try #require(Self.spanID))],
            attributes: [], values: [])
        let span = try #require(batch.spans.first)
        let trace = TraceDetail(
            traceID: Self.traceID, spans: [SpanDetail(row: try Self.request(), span: span, logs: [])])
        let report = TraceReport(trace) { _, _ in
            var contents = SpanContents()
            contents.input = [Message(role: "user", parts: [.text("hi"), .toolResult(id: "1", result: ["a": 1])])]
            contents.output = [
                Message(
                    role: "assistant", parts: [.toolCall(id: nil, name: "f", arguments: .null)], finishReason: "stop")
            ]
            contents.documents = [RetrievedDocument(id: "d", score: 0.5, content: nil)]
            contents.tool = ToolUse(name: "f", callID: nil, arguments: nil, result: "x")
            return contents
        }
        let json = try #require(report.json["spans"]?.array?.first)
        #expect(json["parent_span_id"] == .null && json["kind"] == "unspecified" && json["attributes"] == [:])
        #expect(
            json["input"]?.text
                == #"[{"role":"user","parts":[{"type":"text","text":"hi"},{"type":"tool_result","id":"1","result":{"a":1}}]}]"#
        )
        #expect(
            json["output"]?.text
                == #"[{"role":"assistant","parts":[{"type":"tool_call","id":null,"name":"f","arguments":null}],"finish_reason":"stop"}]"#
        )
        #expect(json["documents"]?.text == #"[{"id":"d","score":0.5,"content":null}]"#)
        #expect(json["tool"]?.text == #"{"name":"f","call_id":null,"arguments":null,"result":"x"}"#)
        #expect(report.text(width: 80).contains("user        hi"))
    }

    @Test func sqlAsJSONAndCSV() {
        let report = SQLReport(columns: ["n", "t"], rows: [[1, "a,\"b\""], [.null, "=cmd"], [JSON(2.5), "-1"]])
        #expect(report.json.text == #"[{"n":1,"t":"a,\"b\""},{"n":null,"t":"=cmd"},{"n":2.5,"t":"-1"}]"#)
        #expect(report.csv == "n,t\r\n1,\"a,\"\"b\"\"\"\r\n,'=cmd\r\n2.5,-1")
    }
}
