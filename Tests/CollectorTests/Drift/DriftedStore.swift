import Control
import Conventions
import Domain
import Foundation
import Storage
import Testing
import Wire

@testable import Collector
@testable import Simulator

/// A store that is filled hour by hour with calls of a simulated application, and what watches it for drift.
final class DriftedStore {
    /// A Tuesday, 00:00 UTC: where the calls begin.
    static let start = Timestamp(seconds: 1_795_478_400)
    static let subject = DriftSubject(environment: "prod", service: Service.supportBot.rawValue)

    let path: String
    let directory: StoreDirectory
    let control: ControlStore
    private let writer: StoreWriter
    private(set) var watcher: DriftWatcher
    private var feed: Feed
    private var hours: Int64 = 0

    /// - Parameter conditions: what the world is like so long after the start.
    init(
        rate: Double, seed: UInt64 = 7, conditions: @escaping @Sendable (_ elapsed: Nanoseconds) -> Conditions
    ) throws {
        path = NSTemporaryDirectory() + "headframe-drift-" + UUID().uuidString
        var options = StoreOptions()
        (options.reserveBytes, options.leastFreeBytes, options.retentionDays) = (4096, 0, nil)
        directory = try StoreDirectory(creating: path)
        writer = try StoreWriter(
            directory: directory, resolver: Interpreter.resolve, pricer: { _, _ in nil }, options: options,
            clock: Moment())
        control = try ControlStore(writer, clock: Moment())
        watcher = try Self.watcher(directory, control)
        let scenario = Scenario(name: "test", summary: "", onset: nil, conditions: conditions)
        let workload = Workload(
            scenario: scenario, seed: seed, rate: rate, data: try Self.data.get(), epoch: Self.start)
        feed = Feed(workload, from: Self.start)
    }

    deinit {
        watcher.close()
        control.stop()
        writer.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A short way to a reference.
    private static func watcher(_ directory: StoreDirectory, _ control: ControlStore) throws -> DriftWatcher {
        var settings = DriftSettings()
        (settings.learning, settings.learningCalls) = (.hours(2), 300)
        (settings.fewestReference, settings.fewestValues) = (120, 60)
        return try DriftWatcher(
            directory, control: control,
            reader: StoreReader(directory, decode: .wire, contents: Interpreter.contents), settings: settings,
            patience: .zero)
    }

    var now: Timestamp { Self.start.advanced(by: .hours(hours)) }

    /// Lets so many hours pass, and looks after each.
    func pass(hours count: Int64) throws {
        for _ in 0..<count {
            hours += 1
            try store(feed.batch(until: now))
            try look()
        }
    }

    func look() throws {
        try watcher.look(at: now, longest: .seconds(600))
        // What was just committed is read at the next look.
        try watcher.look(at: now, longest: .seconds(600))
    }

    /// Ends what watches and begins anew, as a restart does.
    func restart() throws {
        watcher.close()
        watcher = try Self.watcher(directory, control)
    }

    func board() throws -> DriftBoard {
        let reader = StoreReader(directory, decode: .wire, contents: Interpreter.contents)
        return try #require(try reader.drift(at: Timestamp(nanoseconds: .max)))
    }

    func finding(_ signal: DriftSignal) throws -> DriftFinding? {
        try board().findings.first { $0.signal == signal && $0.subject == Self.subject }
    }

    private func store(_ batch: Feed.Batch) throws {
        let interpreter = Interpreter()
        var telemetry = Telemetry(received: now)
        for span in try OTLP.traces(protobuf: OTLPEncoder.traces(batch.spans[...])).spans {
            let call = interpreter.call(of: span)
            let (start, end) = (Self.moment(span.start), Self.moment(span.end))
            telemetry.spans.append(
                SpanObservation(
                    span: span, call: call, computedCost: nil, start: start, end: end, duration: end.since(start),
                    flags: span.flags.union(call.flags)))
        }
        for log in try OTLP.logs(protobuf: OTLPEncoder.logs(batch.verdicts[...])).logs {
            if let score = interpreter.score(of: log, filedAt: Self.moment(log.time)) { telemetry.scores.append(score) }
        }
        let isTaken = writer.submit(telemetry) { result in
            if case .failure(let error) = result { Issue.record("\(error)") }
        }
        #expect(isTaken)
        writer.flush()
    }

    private static func moment(_ time: UInt64) -> Timestamp { Timestamp(nanoseconds: Int64(clamping: time)) }

    private static let data = Result { () throws(SampleDataError) in try SampleData(folder: folder) }
    /// The sample data of the project, found from this file.
    private static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        + "/sample-data"

    /// A clock that stands still.
    private struct Moment: WallClock {
        func now() -> Timestamp { DriftedStore.start }
    }
}
