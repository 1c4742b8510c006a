extension Format {
    /// How long something took: `0.85 ms`, `85 ms`, `0.62 s`, `14.1 s`, `2 m 21 s`, `1 h 05 m`.
    public static func duration(seconds: Double?) -> String {
        guard let seconds, seconds.isFinite else { return missing }
        switch seconds.magnitude {
        case 0: return "0 s"
        case ..<0.00995: return decimal(seconds * 1_000, decimals: 2) + " ms"
        case ..<0.0995: return decimal(seconds * 1_000, decimals: 0) + " ms"
        case ..<9.995: return decimal(seconds, decimals: 2) + " s"
        case ..<99.95: return decimal(seconds, decimals: 1) + " s"
        default: return parts(seconds)
        }
    }

    /// Seconds in a column whose title names the unit: `0.62`, `14.1`, `141`.
    public static func seconds(_ seconds: Double?) -> String {
        guard let seconds, seconds.isFinite else { return missing }
        switch seconds.magnitude {
        case ..<9.995: return decimal(seconds, decimals: 2)
        case ..<99.95: return decimal(seconds, decimals: 1)
        default: return decimal(seconds, decimals: 0)
        }
    }

    /// How long ago something was, or how long it lasts, in one unit: `45 s`, `6 m`, `2 h`, `3 d`.
    public static func age(seconds: Double?) -> String {
        guard let seconds, seconds.isFinite else { return missing }
        switch seconds.magnitude {
        case ..<60: return decimal(seconds.rounded(.towardZero), decimals: 0) + " s"
        case ..<3_600: return decimal((seconds / 60).rounded(.towardZero), decimals: 0) + " m"
        case ..<86_400: return decimal((seconds / 3_600).rounded(.towardZero), decimals: 0) + " h"
        default: return decimal((seconds / 86_400).rounded(.towardZero), decimals: 0) + " d"
        }
    }

    private static func parts(_ seconds: Double) -> String {
        guard let whole = Int64(exactly: seconds.magnitude.rounded()) else { return missing }
        let sign = seconds < 0 ? "−" : ""
        if whole < 3_600 { return "\(sign)\(whole / 60) m \(twoDigits(whole % 60)) s" }
        return "\(sign)\(whole / 3_600) h \(twoDigits(whole % 3_600 / 60)) m"
    }

    private static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
