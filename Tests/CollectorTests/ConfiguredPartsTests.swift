import Configuration
import Domain
import Storage
import Testing

/// What is marked when the collector starts with another configuration than it had.
@Suite struct ConfiguredPartsTests {
    private let directory = TemporaryDirectory()

    /// Runs a collector for a moment; the marks that there are afterwards.
    private func marks(after configuration: Configuration) throws -> [Mark.Kind] {
        let scene = try ControlScene(in: directory, configuration: configuration)
        let now = SystemClock().now()
        let reader = try StoreReader(path: scene.store, decode: .nothing) { _, _ in SpanContents() }
        let marks = try reader.marks(TimeRange(last: .hours(1), before: now.advanced(by: .minutes(1))), at: now)
        scene.collector.stop()
        #expect(marks.allSatisfy { $0.principal == "system" })
        return marks.map(\.kind)
    }

    @Test("the first start and one with the same say nothing, other rules are other rules and nothing else")
    func rules() throws {
        var configuration = Configuration()
        #expect(try marks(after: configuration) == [])
        #expect(try marks(after: configuration) == [])
        configuration.alerts.rules = [try AlertScene.fewCalls]
        #expect(try marks(after: configuration) == [.rules])
        #expect(try marks(after: configuration) == [.rules])
        configuration.alerts.rules = []
        #expect(try marks(after: configuration) == [.rules, .rules])
    }
}
