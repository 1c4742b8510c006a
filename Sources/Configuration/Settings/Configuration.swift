import Pricing

/// Everything that people can set, read from one YAML file. A key that is not there has its default.
public struct Configuration: Hashable, Sendable {
    public var collector = CollectorSettings()
    public var control = ControlSettings()
    public var redaction = RedactionSettings()
    public var content = ContentSettings()
    /// Apps by name.
    public var apps: [String: AppSettings] = [:]
    public var prompts = PromptSettings()
    /// Environments in the order in which the console offers them; others follow by name.
    public var environments: [String] = []
    /// Prices that stand before those that are built in.
    public var prices: [Price] = []
    /// Servers that evaluations ask, the one that is asked unless another is named first.
    public var endpoints: [EndpointSettings] = []
    public var alerts = AlertSettings()
    public var console = ConsoleSettings()

    /// The defaults.
    public init() {}
}
