/// The ways in which a call to a model fails.
enum CallFailure: String {
    case rateLimit = "rate_limit_exceeded"
    case timeout
    case serverError = "server_error"

    var message: String {
        switch self {
        case .rateLimit: "429: rate limit reached for requests per minute, try again in 2 s"
        case .timeout: "no answer within 20 s"
        case .serverError: "529: the model is overloaded"
        }
    }

    /// Whether this call fails, given the share of calls that fail because of an outage.
    static func drawn(outage: Double, _ source: inout RandomSource) -> CallFailure? {
        if source.chance(outage) {
            return source.pick([(.serverError, weight: 0.8), (.timeout, weight: 0.2)])
        }
        if source.chance(0.004) {
            return source.pick([(.rateLimit, weight: 0.5), (.serverError, weight: 0.3), (.timeout, weight: 0.2)])
        }
        return nil
    }

    /// How long it takes to fail, in seconds.
    func seconds(_ source: inout RandomSource) -> Double {
        switch self {
        case .rateLimit: source.uniform(0.08, 0.25)
        case .timeout: 20 + source.uniform(0, 0.02)
        case .serverError: source.logNormal(median: 0.6, sigma: 0.4)
        }
    }
}
