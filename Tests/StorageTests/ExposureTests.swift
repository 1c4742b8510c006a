import Domain
import Testing

@testable import Storage

@Suite struct ExposureTests {
    private let canary = AppTraffic.Canary(
        rollout: RolloutID(rawValue: 3), release: "a@r2", weight: 0.25, salt: "s", step: 1, epoch: 2)

    private func exposure(_ key: String, at seconds: Int64, step: Int = 1) -> Exposure {
        var canary = canary
        canary.step = step
        return Exposure(key, to: canary, at: Timestamp(nanoseconds: seconds * 1_000_000_000))
    }

    @Test("exposures come back in the order in which they were decided, each unit once a step")
    func order() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        defer { writer.close() }
        let control = try ControlStore(writer)
        defer { control.stop() }
        let first = [exposure("b", at: 1), exposure("a", at: 2)]
        try control.change { try $0.keep(first) }
        try control.change { try $0.keep([exposure("b", at: 5), exposure("b", at: 6, step: 2), exposure("c", at: 9)]) }
        let latest = Timestamp(nanoseconds: .max)
        let all = try control.exposures(of: canary.rollout, until: latest, limit: 10)
        #expect(all.map(\.exposure) == first + [exposure("b", at: 6, step: 2), exposure("c", at: 9)])
        #expect(all.map(\.number) == all.map(\.number).sorted())
        let rest = try control.exposures(of: canary.rollout, after: all[1].number, until: first[0].time, limit: 10)
        #expect(rest.isEmpty)
        let page = try control.exposures(of: canary.rollout, after: all[0].number, until: latest, limit: 2)
        #expect(page == Array(all[1...2]))
        #expect(try control.exposures(of: RolloutID(rawValue: 4), until: latest, limit: 10).isEmpty)
        try control.change { try $0.forgetExposures(of: canary.rollout) }
        #expect(try control.exposures(of: canary.rollout, until: latest, limit: 10).isEmpty)
    }
}
