import Domain
import Drawing

extension BudgetUnit {
    /// An amount with its unit, such as `$2 310` or `1.2 M tokens`.
    public func text(_ amount: Double?) -> String {
        switch self {
        case .dollars: Format.money(amount)
        case .tokens: amount == nil ? Format.missing : Format.count(amount) + " tokens"
        }
    }
}
