import Domain

extension ControlStore {
    /// Alerts, rules, silences and budgets as they are now; of nothing when nobody ever looked at a rule.
    public func alertBoard() throws -> AlertBoard {
        try read { try $0.alertBoard(at: Timestamp(nanoseconds: .max)) } ?? AlertBoard()
    }
}
