import Domain
import Glibc
import Statistics

@testable import Control

/// Windows of made-up calls, and what a watch says about them.
struct DriftStream {
    var generator: SplitMix64
    /// Calls of a session, which are all alike.
    var callsPerSession = 1
    /// Multiplies lengths.
    var growth = 1.0
    /// The share of calls in a language that nobody spoke.
    var newLanguage = 0.0
    /// The share of calls that decline.
    var refusals = 0.02

    static let signals: [DriftSignal] = [.inputLength, .latency, .language, .refusal]

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    mutating func window(calls: Int) -> WindowSummary {
        var summary = WindowSummary()
        for _ in 0..<calls / callsPerSession {
            let length = exp(5 + 0.8 * normal()) * growth
            let latency = exp(0.5 * normal())
            let language =
                generator.unit() < newLanguage ? "xx" : "l\(min(generator.index(below: 4), generator.index(below: 4)))"
            let declines = generator.unit() < refusals ? "yes" : "no"
            summary.addSession(generator.next())
            for _ in 0..<callsPerSession {
                summary.update("") { part in
                    part.addCall()
                    part.add(length, to: DriftSignal.inputLength.name)
                    part.add(latency, to: DriftSignal.latency.name)
                    part.add(language, to: DriftSignal.language.name)
                    part.add(declines, to: DriftSignal.refusal.name)
                }
            }
        }
        return summary
    }

    private mutating func normal() -> Double { sqrt(-2 * log(1 - generator.unit())) * cos(2 * .pi * generator.unit()) }

    static func range(_ window: Int) -> TimeRange {
        let start = Timestamp(seconds: 1_764_000_000).floored(to: .minutes(15)).advanced(
            by: .minutes(15 * Int64(window)))
        return TimeRange(from: start, to: start.advanced(by: .minutes(15)))
    }
}

extension SignalWatch {
    /// One window of the stream of a board with twelve signals.
    @discardableResult
    mutating func see(
        _ signal: DriftSignal, _ reference: WindowSummary?, _ current: WindowSummary, window: Int,
        _ settings: DriftSettings = DriftSettings()
    ) -> DriftState {
        _ = advance(signal, reference, current, DriftStream.range(window), signals: 12, settings)
        return state(at: DriftStream.range(window).to, settings)
    }
}
