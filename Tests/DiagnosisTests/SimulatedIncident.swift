import Conventions
import Diagnosis
import Domain
import Foundation
import Pricing
import Storage
import Testing
import Wire

@testable import Simulator

/// The telemetry of a scenario in a store of its own, as a collector would have stored it; gone with the last who refers to it. Only
/// calls and what says their release are stored, without what was said in them: it is the numbers that count.
final class SimulatedIncident {
    /// A Tuesday, 14:00 UTC.
    static let now = Timestamp(seconds: 1_795_528_800)
    /// How far the telemetry goes back.
    private static let length = Nanoseconds.minutes(80)

    let reader: StoreReader
    private let path: String
    private let deploys: [Mark]

    /// - Parameter rate: questions a second, over a day.
    init(_ scenario: Scenario, seed: UInt64, rate: Double = 1) throws {
        path = NSTemporaryDirectory() + "headframe-incident-" + UUID().uuidString
        var options = StoreOptions()
        (options.reserveBytes, options.leastFreeBytes, options.retentionDays) = (4096, 0, nil)
        let writer = try StoreWriter(
            directory: StoreDirectory(creating: path), resolver: Interpreter.resolve, pricer: Self.price,
            options: options, clock: Moment())
        let workload = Workload(
            scenario: scenario, seed: seed, rate: rate, data: try Self.data.get(), epoch: Self.now)
        var feed = Feed(workload, from: Self.now.advanced(by: -Self.length))
        // A workload looks a conversation back for each batch: few large ones are made sooner.
        for minute in stride(from: Int64(-60), through: 0, by: 20) {
            let batch = feed.batch(until: Self.now.advanced(by: .minutes(minute)))
            try Self.store(batch, in: writer)
        }
        writer.close()
        reader = try StoreReader(
            path: path, decode: TelemetryDecoder(span: { _, _, _ in nil }, log: { _, _, _ in nil })
        ) {
            _, _ in SpanContents()
        }
        deploys = scenario.deploys.map { deploy in
            let draft = deploy.mark(epoch: Self.now)
            return Mark(
                time: draft.time ?? Self.now, kind: .deploy, service: draft.service, text: draft.text,
                environment: draft.environment, principal: "os:ci")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The changes as somebody sees them who looks at the last `minutes`.
    func changes(last minutes: Int64 = 15) throws -> [RankedChange] {
        let question = IncidentQuestion(range: TimeRange(last: .minutes(minutes), before: Self.now), at: Self.now)
        let seen = try reader.marks(question.changes, at: Self.now)
        let marks = (seen + deploys).sorted { $0.time < $1.time }
        return try IncidentFacts.load(question, marks: marks, from: reader).rankedChanges
    }

    private static func store(_ batch: Feed.Batch, in writer: StoreWriter) throws {
        let interpreter = Interpreter()
        var telemetry = Telemetry(received: now)
        let spans = batch.spans.filter { $0.kind == .client || $0.parentID == nil }.map(\.withoutContents)
        for span in try OTLP.traces(protobuf: OTLPEncoder.traces(spans)).spans {
            let call = interpreter.call(of: span)
            let (start, end) = (moment(span.start), moment(span.end))
            telemetry.spans.append(
                SpanObservation(
                    span: span, call: call, computedCost: price(call, start), start: start, end: end,
                    duration: end.since(start), flags: span.flags.union(call.flags)))
        }
        for log in try OTLP.logs(protobuf: OTLPEncoder.logs(batch.verdicts)).logs {
            if let score = interpreter.score(of: log, filedAt: moment(log.time)) { telemetry.scores.append(score) }
        }
        let isTaken = writer.submit(telemetry) { result in
            if case .failure(let error) = result { Issue.record("\(error)") }
        }
        #expect(isTaken)
        writer.flush()
    }

    private static func moment(_ time: UInt64) -> Timestamp { Timestamp(nanoseconds: Int64(clamping: time)) }

    private static let price: CallPricer = { call, time in
        guard call.operation?.hasUsage == true, let model = call.model else { return nil }
        return PriceTable.builtIn.cost(
            of: call.usage, model: model, provider: call.provider, serviceTier: call.serviceTier, at: time)
    }

    private static let data = Result { () throws(SampleDataError) in try SampleData(folder: folder) }
    /// The sample data of the project, found from this file.
    private static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/sample-data"

    /// A clock that stands still.
    private struct Moment: WallClock {
        func now() -> Timestamp { SimulatedIncident.now }
    }
}

extension ReportedSpan {
    /// The span without what was said and found in it.
    fileprivate var withoutContents: ReportedSpan {
        var span = self
        span.attributes = attributes.without([
            "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions",
            "gen_ai.retrieval.documents",
        ])
        return span
    }
}

extension ReportedAttributes {
    fileprivate func without(_ keys: Set<String>) -> ReportedAttributes {
        var rest = ReportedAttributes()
        for (key, value) in pairs where !keys.contains(key) { rest[key] = value }
        return rest
    }
}
