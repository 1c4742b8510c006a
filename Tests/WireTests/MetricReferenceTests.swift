import Domain
import Foundation
import Testing
import Wire

/// Metrics as real clients sent them, against what opentelemetry-proto reads in them (`Tests/Fixtures/Metrics/make_reference.py`).
@Suite struct MetricReferenceTests {
    private static let file = Fixtures.folder.deletingLastPathComponent().appending(path: "Metrics/reference.jsonl.gz")

    /// A request with the points that are to be found in it.
    private struct Reference {
        var name: String
        var body: [UInt8]
        var points: [JSON]
        var ignored: Int64
    }

    private static func references() throws -> [Reference] {
        let text = try Fixtures.inflated([UInt8](Data(contentsOf: file)))
        return try text.split(separator: 10).map { line in
            let json = try JSON(parsing: String(decoding: line, as: UTF8.self))
            let body = try #require(json["body"]?.string.flatMap { Data(base64Encoded: $0) })
            return Reference(
                name: try #require(json["name"]?.string), body: [UInt8](body),
                points: try #require(json["points"]?.array), ignored: try #require(json["ignored"]?.integer))
        }
    }

    @Test func everyPointIsReadAsTheReferenceReadsIt() throws {
        let references = try Self.references()
        #expect(references.count >= 11)
        for reference in references {
            let batch = try OTLP.metrics(protobuf: reference.body)
            #expect(batch.rejected == nil && batch.ignored == Int(reference.ignored), "\(reference.name)")
            try #require(batch.points.count == reference.points.count, "\(reference.name)")
            for (point, wanted) in zip(batch.points, reference.points) {
                #expect(try Self.matches(point, wanted), "\(reference.name): \(point) is \(wanted.text)")
            }
        }
    }

    /// Streams are told apart and found again: all points of one request differ, reading it again gives the same.
    @Test func streamsAreOneAPoint() throws {
        for reference in try Self.references() {
            let batch = try OTLP.metrics(protobuf: reference.body)
            #expect(try OTLP.metrics(protobuf: reference.body) == batch)
            for points in Dictionary(grouping: batch.points, by: \.name).values {
                // The made request says several things of one stream.
                guard reference.name != "made" else { continue }
                #expect(Set(points.map(\.stream)).count == points.count, "\(reference.name) \(points[0].name)")
            }
        }
    }

    private static func matches(_ point: MetricPoint, _ wanted: JSON) throws -> Bool {
        let labels = try #require(wanted["labels"]?.array).compactMap { pair -> MetricLabel? in
            guard let parts = pair.array, let key = parts.first?.string, let value = parts.last?.string else {
                return nil
            }
            return MetricLabel(key, value)
        }
        guard point.name == wanted["name"]?.string, point.unit == wanted["unit"]?.string, point.labels == labels,
            point.kind.rawValue == wanted["kind"]?.string, point.service == wanted["service"]?.string,
            point.environment == wanted["environment"]?.string, String(point.start) == wanted["start"]?.string,
            String(point.time) == wanted["time"]?.string
        else { return false }
        let isDelta = wanted["delta"]?.bool == true
        let value = try #require(wanted["value"])
        switch point.value {
        case .level(let level): return level == value.double
        case .amount(let amount, let isDifference): return amount == value.double && isDifference == isDelta
        case .distribution(let distribution, let isDifference):
            let buckets = try #require(value["buckets"]?.array)
            return isDifference == isDelta && distribution.count == value["count"]?.integer
                && distribution.sum == value["sum"]?.double && distribution.least == value["least"]?.double
                && distribution.greatest == value["greatest"]?.double && distribution.buckets.count == buckets.count
                && zip(distribution.buckets, buckets).allSatisfy { matches($0, $1.array ?? []) }
        }
    }

    private static func matches(_ bucket: MetricDistribution.Bucket, _ wanted: [JSON]) -> Bool {
        guard wanted.count == 3, bucket.count == wanted[2].integer else { return false }
        func near(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-12 * abs(b) }
        return near(bucket.interval.lower, wanted[0].double ?? -.infinity)
            && near(bucket.interval.upper, wanted[1].double ?? .infinity)
    }
}
