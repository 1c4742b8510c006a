extension AlertRule {
    /// What it watches, as far as words need it; of an objective by its shortest windows.
    public var watched: AlertWatched {
        switch condition {
        case .threshold(let threshold):
            .measure(threshold.measure, window: threshold.window, alarms: threshold.alarms)
        case .objective(let objective): .objective(target: objective.target, long: .hours(1))
        case .budget(let budget): .budget(budget.unit)
        }
    }
}
