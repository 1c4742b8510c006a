import Conventions
import Domain
import Testing
import Wire

@testable import Simulator

/// What the application reports is understood by the rooms that read telemetry, without either knowing the other.
@Suite struct UnderstoodTests {
    private let interpreter = Interpreter()

    private func turns() throws -> [Turn] {
        try Samples.workload(.slowCanary, seed: 3, rate: 3).turns(in: .minutes(-2, 0))
    }

    @Test func everySpanIsReadAsItWasWritten() throws {
        let spans = try turns().flatMap(\.spans).filter { $0.service == .supportBot }
        let read = try OTLP.traces(protobuf: OTLPEncoder.traces(spans)).spans
        #expect(read.map(\.spanID) == spans.map(\.spanID))
        #expect(read.map(\.traceID) == spans.map(\.traceID))
        #expect(read.map(\.parentID) == spans.map(\.parentID))
        #expect(read.map(\.name) == spans.map(\.name))
        #expect(read.map { Int64($0.end) } == spans.map(\.end.nanoseconds))
        #expect(read.map { $0.statusCode == 2 } == spans.map { $0.failure != nil })
        #expect(read.map { $0.attributes.count } == spans.map(\.attributes.pairs.count))
        #expect(read.map { $0.events.count } == spans.map(\.events.count))
    }

    @Test func everyChatBecomesACall() throws {
        let chats = try turns().flatMap(\.chats).filter { $0.service == .supportBot }
        let read = try OTLP.traces(protobuf: OTLPEncoder.traces(chats)).spans
        let calls = read.map(interpreter.call)
        #expect(calls.allSatisfy { $0.operation == .chat && $0.environment == "prod" && $0.service == "support-bot" })
        #expect(calls.map(\.isError) == chats.map { $0.failure != nil })
        let succeeded = zip(calls, chats).filter { !$0.0.isError }
        #expect(succeeded.count > 100)
        let isUnderstood = { (call: Call, chat: ReportedSpan) -> Bool in
            let attributes = chat.attributes
            return call.usage.input.map(Double.init) == attributes["gen_ai.usage.input_tokens"]?.number
                && call.usage.output.map(Double.init) == attributes["gen_ai.usage.output_tokens"]?.number
                && call.usage.cacheRead.map(Double.init) == attributes["gen_ai.usage.cache_read.input_tokens"]?.number
                && call.usage.cacheWrite.map(Double.init) == attributes["gen_ai.usage.cache_write.input_tokens"]?.number
                && call.requestModel == attributes["gen_ai.request.model"]?.string
                && call.context.promptVersion == attributes["gen_ai.prompt.version"]?.string
                && call.timeToFirstToken != nil && call.flags.isEmpty
        }
        #expect(succeeded.filter { !isUnderstood($0.0, $0.1) }.isEmpty)
        let contents = zip(read, calls).filter { !$0.1.isError }.map { Interpreter.contents($0.0, []) }
        #expect(contents.allSatisfy { $0.input.contains { $0.role == "system" } && $0.output.count == 1 })
    }

    @Test func theRetrievalGivesItsDocuments() throws {
        let retrievals = try turns().flatMap(\.spans).filter { $0.operation == "retrieval" }
        let read = try OTLP.traces(protobuf: OTLPEncoder.traces(retrievals)).spans
        let documents = read.map { Interpreter.contents($0, []).documents }
        #expect(documents.allSatisfy { (3...5).contains($0.count) })
        #expect(documents.joined().allSatisfy { $0.id != nil && $0.score != nil && $0.content?.isEmpty == false })
    }

    @Test func everyVerdictBecomesAScore() throws {
        let verdicts = try turns().flatMap(\.verdicts)
        let read = try OTLP.logs(protobuf: OTLPEncoder.logs(verdicts)).logs
        let scores = read.compactMap { interpreter.score(of: $0, filedAt: Samples.now) }
        #expect(scores.count > 20)
        #expect(scores.map(\.spanID) == verdicts.map(\.spanID))
        #expect(scores.map(\.name) == verdicts.map { $0.attributes["gen_ai.evaluation.name"]?.string })
        #expect(scores.map(\.value) == verdicts.map { $0.attributes["gen_ai.evaluation.score.value"]?.number })
    }

    @Test func theReleaseOfARootIsReadFromIt() throws {
        let roots = try turns().compactMap(\.root).filter { $0.service == .supportBot }
        let calls = try OTLP.traces(protobuf: OTLPEncoder.traces(roots)).spans.map(interpreter.call)
        #expect(calls.map(\.context.release) == roots.map(\.release))
        #expect(calls.map(\.context.session) == roots.map { $0.attributes["gen_ai.conversation.id"]?.string })
        #expect(calls.map(\.context.user) == roots.map { $0.attributes["user.id"]?.string })
        #expect(Set(calls.map(\.context.release)) == ["support-answer@r41", "support-answer@r42"])
    }
}
