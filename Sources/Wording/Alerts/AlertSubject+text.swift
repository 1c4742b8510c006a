import Domain

extension AlertSubject {
    /// Its values in the order of the rule, such as `support-api r42`; empty for a rule that is not split. Where the calls say nothing
    /// it says so, and values that do not tell what they are stand behind their dimension.
    public var text: String {
        labels.map { label in
            guard let value = label.value else { return "(no \(label.dimension.rawValue))" }
            return switch label.dimension {
            case .user, .session, .error: "\(label.dimension.rawValue) \(value)"
            case .environment, .service, .operation, .model, .prompt, .release: value
            }
        }
        .joined(separator: " ")
    }
}
