import Domain

/// What the calls of a series have in common, in words.
struct SeriesTexts {
    var isTotal: Bool
    var environment: String?
    var service: String?
    var operation: String?
    var model: String?
    var promptName: String?
    var promptVersion: String?
    var release: String?

    /// Its value of a dimension that has series; nil for unknown.
    func value(of dimension: Dimension) -> String? {
        switch dimension {
        case .environment: environment
        case .service: service
        case .operation: operation
        case .model: model
        case .prompt: Self.prompt(promptName, promptVersion)
        case .release: release
        case .user, .session, .error: nil
        }
    }

    /// Name and version together.
    static func prompt(_ name: String?, _ version: String?) -> String? {
        guard let name else { return nil }
        return version.map { "\(name)@\($0)" } ?? name
    }
}
