import Domain
import Glibc

/// How busy the shop is over a week, around 1: quiet at night and on Sundays, busiest in the afternoon, and never twice the same.
struct LoadCurve: Sendable {
    let seed: UInt64

    func factor(at time: Timestamp) -> Double {
        let hours = Double(time.nanoseconds) / 3.6e12
        // The first hump is the working day in UTC, with its peak at 14:00; the second one the evening at home.
        let day = 1 + 0.32 * cos((hours - 14) / 24 * 2 * .pi) + 0.06 * cos((hours - 20) / 12 * 2 * .pi)
        return day * weekday(time) * noise(hours)
    }

    /// 1970-01-01 was a Thursday.
    private func weekday(_ time: Timestamp) -> Double {
        let factors = [1.04, 1.02, 0.86, 0.80, 1.08, 1.06, 1.05]
        return factors[Int(((time.day.number % 7) + 7) % 7)]
    }

    /// Within 8 % around 1, a new value every hour and straight lines between.
    private func noise(_ hours: Double) -> Double {
        let before = hours.rounded(.down)
        let share = hours - before
        return 1 + 0.08 * (value(before) * (1 - share) + value(before + 1) * share)
    }

    private func value(_ hour: Double) -> Double {
        var source = RandomSource(seed: seed, .load, UInt64(bitPattern: Int64(hour)))
        return source.uniform(-1, 1)
    }
}
