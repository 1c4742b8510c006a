import Domain

/// Which part of the world is looked at; nil is all of it.
public struct Scope: Hashable, Sendable {
    /// The one environment; nil for all.
    public var environment: String?
    /// The one service; nil for all.
    public var service: String?

    /// One environment, or all; one service, or all.
    public init(environment: String? = nil, service: String? = nil) {
        (self.environment, self.service) = (environment, service)
    }

    /// The conditions that calls in the scope meet.
    var terms: [FilterTerm] {
        [(Dimension.environment, environment), (.service, service)].compactMap { dimension, value in
            value.map { FilterTerm(.equals(dimension, [$0])) }
        }
    }
}
