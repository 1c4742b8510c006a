/// A limit as it is written: `> 2s`.
struct AlertLimit: Equatable {
    var alarms: AlertWatched.Side
    var value: Double

    init(alarms: AlertWatched.Side, value: Double) { (self.alarms, self.value) = (alarms, value) }

    /// The limit that `text` says in `unit`; nil when it says none.
    init?(_ text: String, _ unit: AlertUnit) {
        guard let sign = text.unicodeScalars.first, sign == ">" || sign == "<" else { return nil }
        let digits = String(text.unicodeScalars.dropFirst().drop { $0 == " " })
        guard let value = unit.value(of: digits) else { return nil }
        self.init(alarms: sign == ">" ? .above : .below, value: value)
    }

    func text(_ unit: AlertUnit) -> String { (alarms == .above ? "> " : "< ") + unit.text(value) }

    /// Whether `value` lies beyond it.
    func isCrossed(by other: Double) -> Bool { alarms == .above ? other > value : other < value }
}
