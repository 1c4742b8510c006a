import Domain

/// For whom a flag is evaluated. Of what an application tells only the targeting key is used.
struct FlagContext: Equatable {
    /// Nil when the application named nobody.
    let targetingKey: String?

    /// Somebody who is not named.
    static let nobody = FlagContext()

    private init() { targetingKey = nil }

    /// Whoever has `targetingKey`.
    init(targetingKey: String?) throws(FlagFailure) {
        guard targetingKey.map({ (1...1_024).contains($0.utf8.count) }) ?? true else { throw .badTargetingKey }
        self.targetingKey = targetingKey
    }

    /// What the body of a request says; nil when there is none that could be read.
    static func reading(_ body: [UInt8]?) throws(FlagFailure) -> FlagContext? {
        guard let body else { return nil }
        guard let json = try? JSON(parsing: body[...], depthLimit: 32) else { throw .notJSON }
        guard let context = json["context"], context.members != nil else { throw .noContext }
        switch context["targetingKey"] {
        case nil, .null: return .nobody
        case .string(let key): return try FlagContext(targetingKey: key)
        default: throw .badTargetingKey
        }
    }
}
