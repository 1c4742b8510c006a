import Domain

/// Of what kind the readings of a series are.
struct MetricShape: Hashable, Sendable {
    enum Form: Int64 {
        case level, amount, distribution
    }

    var form: Form
    /// Whether a point tells what came since the point before, rather than since the start of its stream.
    var isDifference: Bool

    init(form: Form, isDifference: Bool) { (self.form, self.isDifference) = (form, isDifference) }

    init(_ value: MetricValue) {
        switch value {
        case .level: self.init(form: .level, isDifference: false)
        case .amount(_, let isDifference): self.init(form: .amount, isDifference: isDifference)
        case .distribution(_, let isDifference): self.init(form: .distribution, isDifference: isDifference)
        }
    }
}
