/// The services of the simulated company.
public enum Service: String, Sendable, CaseIterable {
    case supportBot = "support-bot"
    case summarise

    /// What each of its reports says about where it comes from.
    var resource: ReportedAttributes {
        [
            "service.name": .string(rawValue),
            "service.version": self == .supportBot ? "5.12.0" : "1.4.2",
            "deployment.environment.name": "prod",
            "host.name": self == .supportBot ? "bot-1" : "jobs-1",
            "telemetry.sdk.name": "opentelemetry",
            "telemetry.sdk.language": "swift",
            "telemetry.sdk.version": "1.0.0",
        ]
    }
}
