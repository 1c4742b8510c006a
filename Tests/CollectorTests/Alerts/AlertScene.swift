import Domain
import Storage
import Testing

/// A rule that finds something as soon as there is a call, and what becomes of it.
enum AlertScene {
    /// Fires while there are fewer than a million calls in five minutes.
    static var fewCalls: AlertRule {
        get throws {
            var threshold = AlertRuleDraft.Threshold()
            (threshold.measure, threshold.over, threshold.page) = ("calls", "5m", "< 1000000")
            threshold.fewestCalls = "1"
            var draft = AlertRuleDraft(.threshold(threshold))
            (draft.name, draft.hold) = ("few calls", "0s")
            return try AlertRule(draft)
        }
    }

    /// The alert of that rule, once it fires. Rules are looked at every ten seconds.
    static func firing(in store: String) throws -> Alert {
        var found: Alert?
        for _ in 0..<3 where found == nil {
            try? waitUntil {
                found = try board(of: store)?.alerts.first { $0.rule == "few calls" && $0.isActive }
                return found != nil
            }
        }
        return try #require(found)
    }

    /// How things stand, as the console reads it.
    static func board(of store: String) throws -> AlertBoard? {
        try StoreReader(path: store, decode: .nothing) { _, _ in SpanContents() }.alerts(at: SystemClock().now())
    }
}
