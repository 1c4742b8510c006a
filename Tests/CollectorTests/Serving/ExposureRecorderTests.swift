import Domain
import Synchronization
import Testing

@testable import Collector

@Suite struct ExposureRecorderTests {
    private static let canary = AppTraffic.Canary(
        rollout: RolloutID(rawValue: 1), release: "a@r2", weight: 0.5, salt: "s", step: 0, epoch: 1)

    private func exposure(_ key: String, step: Int = 0) -> Exposure {
        var canary = Self.canary
        canary.step = step
        return Exposure(key, to: canary, at: Timestamp(nanoseconds: 0))
    }

    private struct Broken: Error {}

    @Test("a unit is kept once a step, however often it asks")
    func once() {
        let kept = Mutex<[Exposure]>([])
        let recorder = ExposureRecorder.testing { exposures in kept.withLock { $0 += exposures } }
        for _ in 0..<3 { #expect(recorder.record(exposure("a"))) }
        recorder.flush()
        #expect(recorder.record(exposure("a")))
        #expect(recorder.record(exposure("a", step: 1)))
        #expect(recorder.record(exposure("b")))
        recorder.stop()
        #expect(kept.withLock { $0.map(\.step) } == [0, 1, 0])
        #expect(recorder.waiting == 0)
    }

    @Test("what cannot be kept waits, and when too much waits nothing more is decided")
    func overload() {
        let isBroken = Mutex(true)
        let kept = Mutex(0)
        let recorder = ExposureRecorder.testing { exposures in
            if isBroken.withLock({ $0 }) { throw Broken() }
            kept.withLock { $0 += exposures.count }
        }
        for number in 0..<ExposureRecorder.capacity { #expect(recorder.record(exposure("\(number)"))) }
        recorder.flush()
        #expect(!recorder.record(exposure("one more")))
        isBroken.withLock { $0 = false }
        recorder.flush()
        #expect(kept.withLock { $0 } == ExposureRecorder.capacity)
        #expect(recorder.record(exposure("one more")))
    }
}
