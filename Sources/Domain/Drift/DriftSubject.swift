/// Whose calls are compared: those of a service in an environment.
public struct DriftSubject: Hashable, Sendable {
    public var environment: String
    public var service: String

    /// The calls of `service` in `environment`.
    public init(environment: String, service: String) { (self.environment, self.service) = (environment, service) }
}

extension DriftSubject: Comparable {
    public static func < (a: DriftSubject, b: DriftSubject) -> Bool {
        (a.environment, a.service) < (b.environment, b.service)
    }
}
