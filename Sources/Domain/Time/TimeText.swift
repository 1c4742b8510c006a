/// Lengths and moments of time as people write them on a command line.
public enum TimeText {
    /// The seconds that `text` says: `250ms`, `3s`, `15m`, `24h`, `7d`; nil when it says none or is negative.
    public static func seconds(_ text: String) -> Double? {
        let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)]
        for (suffix, factor) in units where text.hasSuffix(suffix) {
            guard let number = Double(text.dropLast(suffix.utf8.count)), number.isFinite, number >= 0 else {
                return nil
            }
            return number * factor
        }
        return nil
    }

    /// The length that `text` says, at least one second and at most a hundred years; nil otherwise.
    public static func length(_ text: String) -> Nanoseconds? {
        guard let seconds = seconds(text), seconds >= 1, seconds <= 3.2e9 else { return nil }
        return Nanoseconds(Int64((seconds * 1e9).rounded()))
    }

    /// `length` in the largest unit of which it is a whole number, as `length(_:)` reads it: `90s`, `5m`, `30d`.
    public static func text(_ length: Nanoseconds) -> String {
        let units: [(String, Int64)] = [
            ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
        ]
        for (suffix, unit) in units where length.count >= unit && length.count.isMultiple(of: unit) {
            return "\(length.count / unit)\(suffix)"
        }
        return "\(length.seconds)s"
    }

    /// The moment that `text` says at `now`: RFC 3339; a day; `03:12` or `03:12:30` (the latest one that has passed, UTC);
    /// `15m` (so long ago); `now`. Nil when it says none.
    public static func moment(_ text: String, now: Timestamp) -> Timestamp? {
        if text == "now" { return now }
        if let moment = Timestamp(rfc3339: text) { return moment }
        if let day = Day(text) { return day.start }
        if let ago = length(text) { return now.advanced(by: -ago) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ (1...2).contains($0.utf8.count) }) else {
            return nil
        }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == parts.count, (0..<24).contains(numbers[0]),
            numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
        else { return nil }
        let second = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
        let today = now.day.start.advanced(by: .seconds(second))
        return today <= now ? today : today.advanced(by: .days(-1))
    }
}
