import Domain
import Drawing

/// What is wrong with how a source sends, the worst first.
enum SourceConcern: Hashable {
    /// Nothing came for so long, although something used to.
    case silent(Nanoseconds)
    /// Its clock is ahead of the collector's by so much; behind when negative.
    case clock(Nanoseconds)
    /// This share of its spans came more than a minute after they had ended.
    case late(Double)
    /// This share of its spans had to be repaired.
    case irregular(Double)
    /// So many calls have tokens that look wrong.
    case lint(Int64)

    /// What is wrong with `source` at `now`.
    static func all(of source: SourceHealth, at now: Timestamp) -> [SourceConcern] {
        var concerns: [SourceConcern] = []
        let age = now.since(source.lastSeen)
        if age > silence { concerns.append(.silent(age)) }
        if let skew = source.clockSkew { concerns.append(.clock(skew)) }
        let spans = Double(max(1, source.spans))
        let late = source.latePerSecond / max(source.spansPerSecond, .leastNormalMagnitude)
        if late > 0.01 { concerns.append(.late(late)) }
        let lint = source.clients.reduce(0) { $0 + $1.lint.values.reduce(0, +) }
        if lint > 0 { concerns.append(.lint(lint)) }
        let irregular = Double(source.irregular.values.max() ?? 0) / spans
        if irregular > 0.01 { concerns.append(.irregular(irregular)) }
        return concerns
    }

    /// A service that sends now and then is not silent at once.
    private static let silence = Nanoseconds.minutes(5)

    /// In words.
    var text: StyledText {
        switch self {
        case .silent(let age): StyledText("▲ silent for \(Format.age(seconds: age.seconds))", .statusWarning)
        case .clock(let skew):
            StyledText(
                "▲ clock \(Format.duration(seconds: abs(skew.seconds))) \(skew.count > 0 ? "ahead" : "behind, or exported late")",
                .statusWarning)
        case .late(let share): StyledText("▲ \(Format.percent(share)) came late", .statusWarning)
        case .irregular(let share): StyledText("\(Format.percent(share)) repaired", .statusUnknown)
        case .lint(let count):
            StyledText("▲ \(Format.count(Double(count))) calls with doubtful tokens", .statusWarning)
        }
    }
}
