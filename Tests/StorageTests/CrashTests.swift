import Domain
import Foundation
import Testing

@testable import Storage

/// What stands on the disk at any moment is a whole store: a copy of the files taken while the writer works is what a kill leaves behind.
@Suite struct CrashTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func nothingAcknowledgedIsLost(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let samples = ArrivalOrderTests.samples(&random).shuffled(using: &random)
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.segmentSpans = 80
        options.foldContributions = 50
        let writer = try store.writer(options)
        var acknowledged: [SampleSpan] = []
        for start in stride(from: 0, to: samples.count, by: 10) {
            let batch = Array(samples[start..<min(start + 10, samples.count)])
            try writer.store(Telemetry(batch))
            acknowledged += batch
            guard Int.random(in: 0..<6, using: &random) == 0 else { continue }

            let left = TemporaryStore()
            try FileManager.default.copyItem(atPath: store.path, toPath: left.path)
            let second = try left.writer(options)
            // The client sends the last request again, as it got no answer.
            let retry = try second.store(Telemetry(batch))
            #expect(retry.duplicates == batch.count)
            #expect(try self.stats(left) == Reference(acknowledged).byModelAndRelease)
            // And the store goes on.
            try second.store(Telemetry(samples))
            #expect(try self.stats(left) == Reference(samples).byModelAndRelease)
            second.close()
            #expect(try self.integrity(left).allSatisfy { $0 == "ok" })
        }
        writer.close()
    }

    /// A kill between the commits of two segments leaves one half of a request; sending it again heals the other.
    @Test func aRequestThatIsHalfThereHeals() throws {
        let child = SampleSpan(1, 11, parent: 10, at: "2026-11-23T23:59:58Z")
        var root = SampleSpan(1, 10, at: "2026-11-23T23:59:57Z")
        (root.milliseconds, root.operation, root.release) = (5000, .invokeAgent, "r42")

        // The day of the child is committed with what its root says; that of the root is not.
        let store = TemporaryStore()
        var writer = try store.writer()
        try writer.store(Telemetry([child]))
        try writer.store(Telemetry([root]))
        writer.close()
        let rootDay = store.path + "/segments/2026-11-24.db"
        try FileManager.default.removeItem(atPath: rootDay)
        writer = try store.writer()
        let counts = try writer.store(Telemetry([child, root]))
        #expect((counts.stored, counts.duplicates) == (1, 1))
        #expect(try stats(store) == Reference([child, root]).byModelAndRelease)
        writer.close()

        // The other way round: the root is there, the child has not heard of it.
        let other = TemporaryStore()
        writer = try other.writer()
        try writer.store(Telemetry([child]))
        writer.close()
        let childDay = other.path + "/segments/2026-11-23.db"
        let before = try Data(contentsOf: URL(fileURLWithPath: childDay))
        writer = try other.writer()
        try writer.store(Telemetry([root]))
        writer.close()
        try before.write(to: URL(fileURLWithPath: childDay))
        writer = try other.writer()
        #expect(try writer.store(Telemetry([root])).duplicates == 1)
        #expect(try stats(other) == Reference([child, root]).byModelAndRelease)
        writer.close()
    }

    private func stats(_ store: TemporaryStore) throws -> [String: String] {
        let range = ArrivalOrderTests.range
        let query = StatsQuery(range: range, by: [.model, .release], at: range.to)
        let reader = try store.reader()
        let result = try reader.stats(query)
        let rows = try reader.sums(ofRows: range, by: query.by, filter: .all, operation: nil, step: nil)
        #expect(result == StatsResult(rows.answer, coverage: rows.coverage))
        return Reference.summary(result)
    }

    private func integrity(_ store: TemporaryStore) throws -> [String] {
        try StoreDirectory(existing: store.path).segmentNames().map { name in
            let file = try DatabaseFile(
                StoreDirectory(existing: store.path).path(of: name), .read(version: SegmentSchema.version))
            defer { file.close() }
            let statement = try file.statement("PRAGMA integrity_check")
            defer { statement.reset() }
            return try statement.step() ? statement.text(0) ?? "" : ""
        }
    }
}
