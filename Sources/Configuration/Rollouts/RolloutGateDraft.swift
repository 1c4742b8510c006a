import Domain
import Yams

/// An element of `gates`.
struct RolloutGateDraft {
    /// Whether a gate decides.
    enum Mode: String, CaseIterable { case required, watch }

    var metric = ""
    var name: String?
    var margin: GateMargin?
    var rollbackMargin: GateMargin?
    var mode = Mode.required
    var range: [Double]?
    var lowerIsBetter = false

    /// The gate that it says.
    func gate() throws(RolloutPlanError) -> RolloutGate {
        var scale = ScoreScale(lowerIsBetter: lowerIsBetter)
        if let range, let lowest = range.first, let highest = range.last {
            (scale.lowest, scale.highest) = (lowest, highest)
        }
        guard let metric = RolloutMetric(metric, scale: scale) else {
            throw RolloutPlanError("metric", "must be one of \(RolloutMetric.words)")
        }
        if case .score = metric {
        } else if range != nil || lowerIsBetter {
            throw RolloutPlanError("range", "only scores have a range and a better end")
        }
        var gate = RolloutGate(metric, name: name, isRequired: mode == .required)
        if let margin { gate.margin = margin }
        if let rollbackMargin { gate.rollbackMargin = rollbackMargin }
        return gate
    }
}

extension Schema<RolloutGateDraft> {
    static var gate: Schema {
        Schema(
            .value("metric", \.metric, .text, "What is compared."),
            .value("name", \.name, .optionalText, "By which it is known."),
            .value("margin", \.margin, .margin, "To go on, so large a difference must be excluded."),
            .value("rollback_margin", \.rollbackMargin, .margin, "Worse by more than this, it is rolled back."),
            .value("mode", \.mode, .choice, "Whether it decides or is only watched."),
            .value("range", \.range, .range, "Of a score: its lowest and its highest value."),
            .value("lower_is_better", \.lowerIsBetter, .bool, "Of a score: whether low ones are good."))
    }
}
