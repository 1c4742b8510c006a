import Domain
import OTLPMessages
import SwiftProtobuf
import Testing
import Wire

/// OTLP's JSON says what protobuf says, and is refused where the protocol and RFC 8259 demand it.
@Suite struct JSONRequestTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let outcome: Outcome

        init(_ name: String, _ text: String, _ outcome: Outcome) {
            (testDescription, self.text, self.outcome) = (name, text, outcome)
        }
    }

    private static let span =
        #"{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"EEE19B7EC3C1B174","name":"chat","kind":3,"#
        + #""startTimeUnixNano":"1700000000000000000","endTimeUnixNano":1700000001000000000}"#

    private static func request(_ spans: String) -> String {
        #"{"resourceSpans":[{"resource":{},"scopeSpans":[{"scope":{"name":"hf"},"spans":[\#(spans)]}]}]}"#
    }

    /// A span with one member changed or added, the last of its name.
    private static func with(_ member: String) -> String { request(String(span.dropLast()) + "," + member + "}") }

    private static func value(_ value: String) -> String { with(#""attributes":[{"key":"k","value":\#(value)}]"#) }

    static let documents: [Case] = [
        Case("empty object", "{}", .stored),
        Case("empty list", #"{"resourceSpans":[]}"#, .stored),
        Case("one span", request(span), .stored),
        Case("white space around", " \r\n\t" + request(span) + "\n \t", .stored),
        Case("unknown names", with(#""fooBar":{"a":[1,{"b":null}],"c":"\u00e9"},"x":-1.5e3"#), .stored),
        Case("snake case is unknown", request(span).replacing("resourceSpans", with: "resource_spans"), .stored),
        Case("empty", "", .malformed), Case("blank", "   ", .malformed), Case("null", "null", .malformed),
        Case("array", "[]", .malformed), Case("string", #""x""#, .malformed), Case("number", "3", .malformed),
        Case("two documents", "{}{}", .malformed), Case("text behind", request(span) + "x", .malformed),
        Case("trailing comma", #"{"resourceSpans":[],}"#, .malformed),
        Case("trailing comma in a list", #"{"x":[1,]}"#, .malformed),
        Case("leading comma", #"{,"x":1}"#, .malformed), Case("no comma", #"{"x":1"y":2}"#, .malformed),
        Case("single quotes", "{'a':1}", .malformed), Case("comment", "{/*x*/}", .malformed),
        Case("NaN literal", #"{"x":NaN}"#, .malformed), Case("Infinity literal", #"{"x":Infinity}"#, .malformed),
        Case("leading zero", #"{"x":01}"#, .malformed), Case("hexadecimal number", #"{"x":0x1}"#, .malformed),
        Case("lone minus", #"{"x":-}"#, .malformed), Case("no digit behind the point", #"{"x":1.}"#, .malformed),
        Case("no digit in the exponent", #"{"x":1e+}"#, .malformed), Case("plus", #"{"x":+1}"#, .malformed),
        Case("control character in a string", "{\"x\":\"a\u{1}b\"}", .malformed),
        Case("bad escape", #"{"x":"\q"}"#, .malformed),
        Case("bad unicode escape", #"{"x":"\u12g4"}"#, .malformed), Case("byte order mark", "\u{FEFF}{}", .malformed),
        Case("escaped name", request(span).replacing("\"name\"", with: #""n\u0061me""#), .stored),
        Case("lone surrogate", with(#""name":"a\ud800b""#), .stored),
        Case("NUL in a name", with(#""name":"a\u0000b""#), .stored),
        Case("same name twice", #"{"resourceSpans":[],"resourceSpans":[]}"#, .stored),
        Case("128 nested arrays", #"{"x":"# + nested(127) + "}", .stored),
        Case("129 nested arrays", #"{"x":"# + nested(128) + "}", .tooDeep),
        Case("100 000 nested arrays", #"{"x":"# + nested(100_000) + "}", .tooDeep),
        Case("values 33 deep", value(arrays(32)), .tooDeep), Case("values 32 deep", value(arrays(31)), .stored),
        Case("values 5000 deep", value(arrays(5_000)), .tooDeep),
        Case("intValue number", value(#"{"intValue":5}"#), .stored),
        Case("intValue least", value(#"{"intValue":"-9223372036854775808"}"#), .stored),
        Case("intValue text", value(#"{"intValue":"abc"}"#), .malformed),
        Case("intValue 1.5", value(#"{"intValue":1.5}"#), .malformed),
        Case("intValue 2^63", value(#"{"intValue":"9223372036854775808"}"#), .malformed),
        Case("intValue true", value(#"{"intValue":true}"#), .malformed),
        Case("intValue empty", value(#"{"intValue":""}"#), .malformed),
        Case("doubleValue NaN", value(#"{"doubleValue":"NaN"}"#), .stored),
        Case("doubleValue -Infinity", value(#"{"doubleValue":"-Infinity"}"#), .stored),
        Case("doubleValue text", value(#"{"doubleValue":"x"}"#), .malformed),
        Case("doubleValue 1e400", value(#"{"doubleValue":1e400}"#), .malformed),
        Case("boolValue text", value(#"{"boolValue":"true"}"#), .malformed),
        Case("boolValue 1", value(#"{"boolValue":1}"#), .malformed),
        Case("bytesValue not base 64", value(#"{"bytesValue":"***"}"#), .malformed),
        Case("bytesValue", value(#"{"bytesValue":"AQI="}"#), .stored),
        Case("stringValue 5", value(#"{"stringValue":5}"#), .malformed),
        Case("stringValue null", value(#"{"stringValue":null}"#), .stored),
        Case("arrayValue a list", value(#"{"arrayValue":[1]}"#), .malformed),
        Case("unknown kind", value(#"{"foo":1}"#), .stored),
        Case("empty value", value("{}"), .stored),
        Case("trace id base 64", with(#""traceId":"cgXI6uihz643E6Zqq7Nl4w==""#), .malformed),
        Case("trace id of odd length", with(#""traceId":"abc""#), .malformed),
        Case("trace id a number", with(#""traceId":5"#), .malformed),
        Case("trace id empty", with(#""traceId":"""#), .partial(1)),
        Case("trace id missing", request(#"{"spanId":"eee19b7ec3c1b174"}"#), .partial(1)),
        Case("trace id of 34 digits", with(#""traceId":"\#(String(repeating: "a", count: 34))""#), .partial(1)),
        Case("span id zero", with(#""spanId":"0000000000000000""#), .partial(1)),
        Case("kind a name", with(#""kind":"SPAN_KIND_CLIENT""#), .malformed),
        Case("kind 99", with(#""kind":99"#), .stored),
        Case("kind 1.5", with(#""kind":1.5"#), .malformed),
        Case("kind beyond int32", with(#""kind":2147483648"#), .malformed),
        Case("start -1", with(#""startTimeUnixNano":"-1""#), .malformed),
        Case("start 2^64", with(#""startTimeUnixNano":"18446744073709551616""#), .malformed),
        Case("start 1.7e18", with(#""startTimeUnixNano":1.7e18"#), .stored),
        Case("start a date", with(#""startTimeUnixNano":"2026-01-01T00:00:00Z""#), .malformed),
        Case("attributes an object", with(#""attributes":{"a":1}"#), .malformed),
        Case("attributes null", with(#""attributes":null"#), .stored),
        Case("attribute a string", with(#""attributes":["a"]"#), .malformed),
        Case("attribute null", with(#""attributes":[null]"#), .malformed),
        Case("name a number", with(#""name":5"#), .malformed),
        Case("name null", with(#""name":null"#), .stored), Case("status a string", with(#""status":"OK""#), .malformed),
        Case("status empty", with(#""status":{}"#), .stored), Case("events a number", with(#""events":5"#), .malformed),
        Case("resourceSpans an object", #"{"resourceSpans":{}}"#, .malformed),
        Case("resourceSpans null", #"{"resourceSpans":null}"#, .stored),
    ]

    @Test(arguments: documents)
    func answers(_ sample: Case) {
        #expect(Outcome { () throws(WireError) in try OTLP.traces(json: Array(sample.text.utf8)) } == sample.outcome)
    }

    @Test func textThatIsNotUTF8IsRefused() {
        for bytes: [UInt8] in [[0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] {
            let document = Array(#"{"x":""#.utf8) + bytes + Array(#""}"#.utf8)
            #expect(Outcome { () throws(WireError) in try OTLP.traces(json: document) } == .malformed)
        }
    }

    @Test func everyProperPrefixIsRefused() {
        let document = Array(Self.request(Self.span).utf8)
        for count in 0..<document.count {
            #expect(Outcome { () throws(WireError) in try OTLP.traces(json: Array(document[..<count])) } == .malformed)
        }
    }

    @Test func escapesMeanTheirCharacters() throws {
        let text = Self.with(#""name":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude80\ud83dx""#)
        let span = try #require(try OTLP.traces(json: Array(text.utf8)).spans.first)
        #expect(span.name == "\"\\/\u{8}\u{C}\n\r\t\u{e9}\u{1F680}\u{FFFD}x")
        #expect(span.traceID.description == "5b8efff798038103d269b633813fc60c")
        #expect(span.spanID.description == "eee19b7ec3c1b174")
        #expect(span.start == 1_700_000_000_000_000_000)
        #expect(span.end == 1_700_000_001_000_000_000)
    }

    @Test func capturedBodiesSayTheSameInJSON() throws {
        var count = 0
        for body in try CapturedBody.all() {
            switch body.signal {
            case .traces:
                let request = try OTLPExportTraceServiceRequest(serializedBytes: body.bytes)
                #expect(Lines.of(try OTLP.traces(json: OTLPJSON.of(request))) == Lines.of(request), "\(body)")
                count += 1
            case .logs:
                let request = try OTLPExportLogsServiceRequest(serializedBytes: body.bytes)
                #expect(Lines.of(try OTLP.logs(json: OTLPJSON.of(request))) == Lines.of(request), "\(body)")
                count += 1
            case .metrics: continue
            }
        }
        #expect(count > 150)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func damagedDocumentsAreTakenOnlyWhenTheyAreJSON(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let document = Array(
            Self.value(#"{"arrayValue":{"values":[{"intValue":"1"},{"kvlistValue":{"values":[]}}]}}"#).utf8)
        var taken = 0
        for _ in 0..<200 {
            let bytes = Mutation.of(document, splicing: Array(Self.request(Self.span).utf8), using: &generator)
            let isJSON = (try? JSON(parsing: bytes)) != nil
            switch (Outcome { () throws(WireError) in try OTLP.traces(json: bytes) }) {
            case .stored, .partial:
                taken += 1
                #expect(isJSON, "\(String(decoding: bytes, as: UTF8.self))")
            default: break
            }
        }
        #expect(taken > 0)
    }

    @Test func metricsAreRead() throws {
        let text = #"""
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[
              {"name":"vllm:prompt_tokens","sum":{"isMonotonic":true,"aggregationTemporality":2,"dataPoints":[{"asInt":"5","timeUnixNano":"1"},{"asDouble":1.5}]}},
              {"name":"tgi_request_duration","histogram":{"dataPoints":[{"count":"2","sum":3,"bucketCounts":["1","1"],"explicitBounds":[1.0]}]}},
              {"name":"gen_ai.server.request.duration","exponentialHistogram":{"dataPoints":[{"scale":-3,"positive":{"offset":-2,"bucketCounts":["4"]}}]}},
              {"name":"d","summary":{"dataPoints":[{"quantileValues":[{"quantile":0.5,"value":1}]}]}}]}]}]}
            """#
        let batch = try OTLP.metrics(json: Array(text.utf8))
        #expect(batch.points.map(\.kind) == [.sum, .sum, .histogram, .exponentialHistogram])
        #expect(batch.points.first?.value == .amount(5, isDifference: false))
        #expect(
            batch.points.last?.value
                == .distribution(.init(buckets: [.init(.init(0x1p-16, 0x1p-8), 4)]), isDifference: false))
        #expect(batch.ignored == 1)
        #expect(throws: WireError.self) { try OTLP.metrics(json: Array(text.replacing("\"5\"", with: "\"x\"").utf8)) }
    }

    private static func nested(_ count: Int) -> String {
        String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }

    private static func arrays(_ count: Int) -> String {
        String(repeating: #"{"arrayValue":{"values":["#, count: count) + #"{"stringValue":"x"}"#
            + String(repeating: "]}}", count: count)
    }
}
