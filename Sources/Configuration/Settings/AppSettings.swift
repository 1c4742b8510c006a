/// What makes up an app. A service that belongs to no app is an app of its own name.
public struct AppSettings: Hashable, Sendable {
    /// Names of its services, as `service.name` says them.
    public var services: [String] = []
    /// Names of its prompts.
    public var prompts: [String] = []

    /// An app of nothing.
    public init() {}
}
