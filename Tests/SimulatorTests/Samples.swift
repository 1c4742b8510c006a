import Domain
import Testing

@testable import Simulator

/// What the tests of this room share: the real sample data, and a moment that does not move.
enum Samples {
    /// The folder of the project, found from this file.
    static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/sample-data"
    static let data = Result { () throws(SampleDataError) in try SampleData(folder: folder) }
    /// A Tuesday, 14:00 UTC.
    static let now = Timestamp(seconds: 1_795_528_800)

    static func workload(
        _ scenario: Scenario = .calm, seed: UInt64 = 1, rate: Double = 12,
        density: @escaping @Sendable (Timestamp) -> Double = { _ in 1 }
    ) throws -> Workload {
        Workload(scenario: scenario, seed: seed, rate: rate, data: try data.get(), epoch: now, density: density)
    }
}

extension TimeRange {
    static func minutes(_ from: Int64, _ to: Int64) -> TimeRange {
        TimeRange(from: Samples.now.advanced(by: .minutes(from)), to: Samples.now.advanced(by: .minutes(to)))
    }
}

extension ReportedSpan {
    var release: String? { attributes["headframe.release"]?.string }
    var operation: String? { attributes["gen_ai.operation.name"]?.string }
    var seconds: Double { end.since(start).seconds }
}

extension Turn {
    var root: ReportedSpan? { spans.last }
    var chats: [ReportedSpan] { spans.filter { $0.operation == "chat" } }
}
