import Domain
import Logging
import Storage

/// What all runs share.
struct EvaluationSetting: Sendable {
    var store: EvaluationStore
    var clock: any WallClock
    var logger: Logger
    /// What an answer of a model costs at present; nil when nobody knows.
    var price: @Sendable (TokenUsage, _ model: String) -> Money?
    /// The version of a prompt that is meant, out of the registry; nil when there is none.
    var promptVersion: @Sendable (PromptReference) throws -> PromptVersion?
    /// The value of an environment variable; nil when it is not set.
    var variable: @Sendable (String) -> String?
    /// The first pause after an attempt that failed; the next ones are twice as long each.
    var firstPause = Duration.seconds(1)
}
