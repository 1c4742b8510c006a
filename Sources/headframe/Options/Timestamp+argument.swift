import ArgumentParser
import Domain

extension Timestamp {
    /// The moment that the value of `option` spells at `now`.
    static func read(_ text: String, option: String, now: Timestamp) throws -> Timestamp {
        guard let moment = TimeText.moment(text, now: now) else {
            throw ValidationError(
                "\(option) \(text): write a moment such as 2026-11-24T03:12:00Z, 2026-11-24, 03:12 or 2h (ago).")
        }
        return moment
    }
}
