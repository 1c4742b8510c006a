import Domain
import OTLPMessages
import Redaction
import SwiftProtobuf
import Testing
import Wire

/// What is taken out of requests, told by what the generated decoder finds in the bytes that are left.
@Suite struct RequestRedactionTests {
    private static let secret = "jane.doe@example.com"
    private static let mark = "[REDACTED:email]"

    private func traces(_ bytes: [UInt8], _ policy: RedactionPolicy = RedactionPolicy()) throws -> TelemetryBatch {
        try OTLP.traces(protobuf: bytes, redaction: policy)
    }

    private func text(_ text: String) -> [UInt8] { Proto.text(1, text) }

    /// A span with a text in every place where one may stand.
    private func span(_ secret: String) -> [UInt8] {
        let list = Proto.bytes(6, Proto.bytes(1, Proto.pair("inner", Proto.bytes(5, Proto.bytes(1, text(secret))))))
        return Proto.span(
            Proto.text(3, "vendor=\(secret)") + Proto.text(5, "GET \(secret)") + Proto.fixed64(7, 1)
                + Proto.fixed64(8, 2)
                + Proto.bytes(9, Proto.pair("a", text("{\"to\": \"\(secret)\"}")))
                + Proto.bytes(9, Proto.pair("b", list))
                + Proto.bytes(9, Proto.pair("c", Proto.bytes(7, Array(secret.utf8))))
                + Proto.bytes(9, Proto.pair(secret, text("d")))
                + Proto.bytes(11, Proto.text(2, secret) + Proto.bytes(3, Proto.pair("e", text(secret))))
                + Proto.bytes(13, Proto.text(3, secret) + Proto.bytes(4, Proto.pair("f", text(secret))))
                + Proto.bytes(15, Proto.text(2, "no mail to \(secret)")) + Proto.text(99, secret))
    }

    @Test func nothingOfASecretIsLeftInAnyPlace() throws {
        let resource = Proto.bytes(1, Proto.pair("host", text(Self.secret)))
        let scope = Proto.text(1, Self.secret) + Proto.text(2, Self.secret)
        let batch = try traces(Proto.request([span(Self.secret)], resource: resource, scope: scope))
        #expect(!String(decoding: batch.bytes, as: UTF8.self).contains(Self.secret))
        let request = try OTLPExportTraceServiceRequest(serializedBytes: batch.bytes)
        let found = try #require(request.resourceSpans.first?.scopeSpans.first?.spans.first)
        #expect(found.name == "GET " + Self.mark && found.traceID.elementsEqual(Proto.trace))
        #expect(found.attributes.first?.value.stringValue == "{\"to\": \"\(Self.mark)\"}")
        #expect(batch.redactions[.email] == 15)
        #expect(batch.spans.first?.name == "GET " + Self.mark)
    }

    @Test func logsAreReadAsWell() throws {
        let record =
            Proto.text(3, Self.secret) + Proto.bytes(5, text("to \(Self.secret)")) + Proto.text(12, Self.secret)
            + Proto.bytes(6, Proto.pair("k", text(Self.secret))) + Proto.bytes(9, Array(Self.secret.utf8))
        let batch = try OTLP.logs(protobuf: Proto.logs(record), redaction: RedactionPolicy())
        #expect(!String(decoding: batch.bytes, as: UTF8.self).contains(Self.secret))
        #expect(batch.logs.first?.attributes["k"]?.string == Self.mark)
    }

    @Test func aRequestWithoutSecretsKeepsItsBytes() throws {
        for body in try CapturedBody.all().prefix(60) where body.signal == .traces {
            let plain = try OTLP.traces(protobuf: body.bytes)
            let batch = try traces(body.bytes)
            if batch.redactions.isEmpty { #expect(batch.bytes == plain.bytes, "\(body)") }
            #expect(batch.spans.count == plain.spans.count)
        }
    }

    @Test func confidentialKeysLoseTextsButNotNumbers() throws {
        let number = Proto.number(3, 7)
        let batch = try traces(
            Proto.request([
                Proto.span(
                    Proto.bytes(9, Proto.pair("http.request.header.authorization", text("anything")))
                        + Proto.bytes(9, Proto.pair("session_token", number))
                        + Proto.bytes(9, Proto.pair("gen_ai.usage.input_tokens", text("12")))
                        + Proto.bytes(9, Proto.pair("user.id", text("anna"))))
            ]), RedactionPolicy(keys: KeyRules(["user.id": .hash]), pseudonyms: Pseudonyms(key: [1])))
        let attributes = try #require(batch.spans.first?.attributes)
        #expect(attributes["http.request.header.authorization"]?.string == "[REDACTED:key]")
        #expect(attributes["session_token"]?.integer == 7)
        #expect(attributes["gen_ai.usage.input_tokens"]?.string == "12")
        #expect(attributes["user.id"]?.string?.hasPrefix("hash:") == true)
    }

    @Test func keyRulesReachMembersOfJSONInTexts() throws {
        let arguments = #"{\"user\": \"anna\", \"api_key\": \"plain words\"}"#
        let message = #"[{"role":"assistant","parts":[{"type":"tool_call","arguments":"\#(arguments)"}]}]"#
        let batch = try traces(
            Proto.request([
                Proto.span(
                    Proto.bytes(9, Proto.pair("gen_ai.output.messages", text(message)))
                        + Proto.bytes(
                            11,
                            Proto.text(2, "e")
                                + Proto.bytes(3, Proto.pair("b", text(#"{"password": ["plain words"]}"#)))))
            ]))
        #expect(!String(decoding: batch.bytes, as: UTF8.self).contains("plain words"))
        let span = try #require(batch.spans.first)
        #expect(
            span.attributes["gen_ai.output.messages"]?.string
                == message.replacing("plain words", with: "[REDACTED:key]"))
        #expect(span.events.first?.attributes["b"]?.string == #"{"password": "[REDACTED:key]"}"#)
        #expect(batch.redactions[.key] == 2)
    }

    @Test func contentIsKeptAsItsEnvironmentSays() throws {
        func request(_ environment: String) -> [UInt8] {
            let message = Proto.bytes(
                11, Proto.text(2, "gen_ai.user.message") + Proto.bytes(3, Proto.pair("content", text("hi"))))
            return Proto.request(
                [
                    Proto.span(
                        Proto.bytes(9, Proto.pair("gen_ai.input.messages", text("from 203.0.113.7")))
                            + Proto.bytes(9, Proto.pair("gen_ai.tool.name", text("search")))
                            + Proto.bytes(9, Proto.pair("net.peer", text("203.0.113.7"))) + message)
                ], resource: Proto.bytes(1, Proto.pair("deployment.environment.name", text(environment))))
        }
        let policy = RedactionPolicy(environments: ["production": .off, "staging": .masked])
        let full = try #require(try traces(request("development"), policy).spans.first)
        #expect(full.attributes["gen_ai.input.messages"]?.string == "from 203.0.113.7" && full.events.count == 1)
        let masked = try #require(try traces(request("staging"), policy).spans.first)
        #expect(masked.attributes["gen_ai.input.messages"]?.string == "from [REDACTED:ipv4]")
        #expect(masked.attributes["net.peer"]?.string == "203.0.113.7")
        let off = try #require(try traces(request("production"), policy).spans.first)
        #expect(off.attributes["gen_ai.input.messages"] == nil && off.events.isEmpty)
        #expect(off.attributes["gen_ai.tool.name"]?.string == "search")
        #expect(off.resource["headframe.content"]?.string == "off")
    }

    /// What is behind as many attributes as are kept is not looked at, and not kept either.
    @Test func aSecretBehindTheLastAttributeThatIsKeptIsNot() throws {
        var limits = WireLimits()
        limits.attributes = 4
        func list(_ field: Int, _ index: Int) -> [UInt8] {
            (0..<8).flatMap { at in
                Proto.bytes(field, Proto.pair("k\(at)", at < index ? Proto.number(3, 1) : text("to \(Self.secret)")))
            }
        }
        for index in 0..<7 {
            let span = Proto.span(
                list(9, index) + Proto.bytes(11, Proto.text(2, "e") + list(3, index)) + Proto.bytes(13, list(4, index)))
            let resource = list(1, index)
            let batch = try OTLP.traces(
                protobuf: Proto.request([span], resource: resource, scope: list(3, index)), limits: limits,
                redaction: RedactionPolicy())
            let stored = try #require(batch.spans.first)
            #expect(stored.attributes.count == 4 && stored.flags.contains(.cut))
            let kept =
                [stored.encoded] + batch.resources.map { batch.bytes($0.encoded) }
                + batch.scopes.map { batch.bytes($0.encoded) }
            #expect(kept.allSatisfy { !String(decoding: $0, as: UTF8.self).contains(Self.secret) }, "\(index)")
            let record = Proto.bytes(5, text("hello")) + list(6, index)
            let logs = try OTLP.logs(protobuf: Proto.logs(record), limits: limits, redaction: RedactionPolicy())
            let log = try #require(logs.logs.first)
            #expect(log.attributes.count == 4)
            #expect(!String(decoding: log.encoded, as: UTF8.self).contains(Self.secret))
        }
    }

    @Test func broken() throws {
        let whole = Proto.request([span(Self.secret)])
        for end in 0..<whole.count {
            let cut = Array(whole[..<end])
            let plain = Result { try OTLP.traces(protobuf: cut) }.map(\.spans.count)
            let redacted = Result { try traces(cut) }.map(\.spans.count)
            #expect("\(plain)" == "\(redacted)", "cut at \(end)")
        }
    }

    @Test func whatGrowsIsPaidFor() throws {
        let bytes = Proto.request([span("a@b.io")])
        let budget = DecodeBudget(capacity: bytes.count)
        #expect(throws: WireError.self) {
            try OTLP.traces(protobuf: bytes, reservation: budget.reservation(), redaction: RedactionPolicy())
        }
        #expect(budget.used == 0)
    }
}
