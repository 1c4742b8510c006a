import Domain
import Statistics
import Testing

@testable import Control

@Suite struct SignalWatchTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func staysQuietWithoutDrift(seed: UInt64) {
        var stream = DriftStream(seed: seed)
        let reference = stream.window(calls: 8000)
        var watches: [DriftSignal: SignalWatch] = [:]
        for window in 0..<150 {
            let current = stream.window(calls: 300)
            for signal in DriftStream.signals {
                let state = watches[signal, default: SignalWatch()].see(signal, reference, current, window: window)
                #expect(state != .alarm, "\(signal.name) in window \(window)")
            }
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func callsOfOneSessionRaiseNothing(seed: UInt64) {
        var stream = DriftStream(seed: seed)
        stream.callsPerSession = 8
        let reference = stream.window(calls: 32_000)
        var watches: [DriftSignal: SignalWatch] = [:]
        for window in 0..<60 {
            let current = stream.window(calls: 1600)
            for signal in [DriftSignal.inputLength, .language] {
                let state = watches[signal, default: SignalWatch()].see(signal, reference, current, window: window)
                #expect(state != .alarm, "\(signal.name) in window \(window)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func findsLongerPromptsWithinTwoWindows(seed: UInt64) {
        var stream = DriftStream(seed: seed)
        let reference = stream.window(calls: 8000)
        stream.growth = 1.35
        var watch = SignalWatch()
        let states = (0..<2).map { watch.see(.inputLength, reference, stream.window(calls: 500), window: $0) }
        #expect(states.last == .alarm)
        #expect(watch.since == DriftStream.range(0).from)
    }

    @Test func findsANewLanguageWithinTwoWindows() {
        var stream = DriftStream(seed: 1)
        let reference = stream.window(calls: 8000)
        stream.newLanguage = 0.1
        var watch = SignalWatch()
        let states = (0..<2).map { watch.see(.language, reference, stream.window(calls: 500), window: $0) }
        #expect(states.last == .alarm)
    }

    @Test func findsMoreRefusals() {
        var stream = DriftStream(seed: 1)
        let reference = stream.window(calls: 8000)
        stream.refusals = 0.15
        var watch = SignalWatch()
        let states = (0..<3).map { watch.see(.refusal, reference, stream.window(calls: 500), window: $0) }
        #expect(states.last == .alarm)
    }

    @Test func comesBackOnceTheDriftIsOver() {
        var stream = DriftStream(seed: 1)
        let reference = stream.window(calls: 8000)
        var watch = SignalWatch()
        stream.growth = 2
        for window in 0..<50 { watch.see(.inputLength, reference, stream.window(calls: 500), window: window) }
        stream.growth = 1
        let states = (50..<90).map { watch.see(.inputLength, reference, stream.window(calls: 500), window: $0) }
        #expect(!states.dropFirst(3).contains(.alarm))
        #expect(states.contains(.calm))
    }

    @Test func tooFewCallsAreNoGoodNews() {
        var stream = DriftStream(seed: 1)
        let reference = stream.window(calls: 8000)
        let few = stream.window(calls: 20)
        var watch = SignalWatch()
        let state = watch.see(.inputLength, reference, few, window: 0)
        #expect(state == .notEnough)
        #expect(watch.lack == "20 independent values of 100")
        // The window stays open, until there are enough.
        #expect(watch.windowStart == DriftStream.range(0).from)
        let later = watch.see(.inputLength, reference, stream.window(calls: 500), window: 1)
        #expect(later == .calm)
        #expect(watch.reading?.window.from == DriftStream.range(0).from)
    }

    @Test func silenceIsNoGoodNews() {
        var stream = DriftStream(seed: 1)
        let reference = stream.window(calls: 8000)
        var watch = SignalWatch()
        let state = watch.see(.inputLength, reference, stream.window(calls: 500), window: 0)
        #expect(state == .calm)
        let dayLater = DriftStream.range(0).to.advanced(by: .hours(24))
        #expect(watch.state(at: dayLater, DriftSettings()) == .notEnough)
    }

    @Test func withoutReferenceNothingIsGreen() {
        var stream = DriftStream(seed: 1)
        var watch = SignalWatch()
        for signal in DriftStream.signals {
            let state = watch.see(signal, nil, stream.window(calls: 500), window: 0)
            #expect(state == .notEnough)
            #expect(watch.lack == "the reference is being learned")
        }
    }

    @Test func aConstantThatStaysOneIsCalm() {
        func window(_ value: Double) -> WindowSummary {
            var summary = WindowSummary()
            for session in 0..<1000 as Range<UInt64> {
                summary.addSession(session &* 0x9E37_79B9_7F4A_7C15)
                summary.update("") {
                    $0.addCall()
                    $0.add(value, to: DriftSignal.cost.name)
                }
            }
            return summary
        }
        var watch = SignalWatch()
        #expect(watch.see(.cost, window(3), window(3), window: 0) == .calm)
        // Another constant is as different as can be.
        for step in 1..<3 { watch.see(.cost, window(3), window(4), window: step) }
        #expect(watch.reading?.state == .alarm)
        #expect(watch.reading?.effect == 1)
    }

    @Test func embeddingsOfAnotherLengthAreNotCompared() throws {
        func window(_ dimension: Int) throws -> WindowSummary {
            let kernel = try #require(GaussianKernel(gamma: 0.6))
            let features = try #require(
                EmbeddingFeatures(dimension: dimension, kernel: kernel, frequencies: 4, seed: 1))
            var summary = WindowSummary()
            var generator = SplitMix64(seed: 1)
            for _ in 0..<600 {
                let vector = (0..<dimension).map { _ in Float(generator.unit()) }
                summary.add(vector, session: generator.next(), to: DriftSignal.inputMeaning.name, features: features)
            }
            return summary
        }
        let found = SignalComparison.of(.inputMeaning, try window(8), try window(16), DriftSettings(), seed: 1)
        guard case .lack(let why) = found else {
            Issue.record("compared")
            return
        }
        #expect(why.hasPrefix("embeddings had 8 numbers in the reference and have 16 now"))
    }

    @Test func isReadBackAsItWasKept() throws {
        var stream = DriftStream(seed: 1)
        let reference = stream.window(calls: 8000)
        stream.growth = 1.2
        for signal in DriftStream.signals {
            var watch = SignalWatch()
            watch.see(signal, reference, stream.window(calls: 500), window: 0)
            #expect(SignalWatch(try JSON(parsing: watch.json.text)) == watch)
        }
    }
}
