import Domain

/// Why a flag cannot be evaluated, in the words of the OpenFeature remote evaluation protocol.
struct FlagFailure: Error, Equatable {
    /// What kind of mistake it is.
    enum Code: String {
        case parseError = "PARSE_ERROR"
        case invalidContext = "INVALID_CONTEXT"
        case targetingKeyMissing = "TARGETING_KEY_MISSING"
        case flagNotFound = "FLAG_NOT_FOUND"
    }

    let code: Code
    let details: String

    static let notJSON = FlagFailure(code: .parseError, details: "the body is not JSON")
    static let noContext = FlagFailure(
        code: .invalidContext, details: "the body needs an object 'context' with a 'targetingKey'")
    static let badTargetingKey = FlagFailure(
        code: .invalidContext, details: "'targetingKey' must be a text of 1 to 1024 bytes")
    static let noTargetingKey = FlagFailure(
        code: .targetingKeyMissing,
        details:
            "a rollout divides the traffic of this app; name the session, the conversation or the user as 'targetingKey'"
    )
    static let notFound = FlagFailure(
        code: .flagNotFound, details: "no app of that name has a release; see: headframe release list")

    /// As the protocol says it; `key` is the flag that was asked for.
    func json(key: String?) -> JSON {
        let flag = key.map { [JSON.Member("key", .string($0))] } ?? []
        return .object(flag + [.init("errorCode", .string(code.rawValue)), .init("errorDetails", .string(details))])
    }
}
