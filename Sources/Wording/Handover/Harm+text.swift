import Diagnosis
import Drawing

extension Harm {
    /// Those that have it, such as `the failed calls`.
    public var text: String {
        switch self {
        case .failures: "the failed calls"
        case .slowness(let limit): "the calls slower than \(Format.duration(seconds: limit))"
        case .cost: "the cost"
        case .tokens: "the tokens"
        case .shortfall(let score, _): "what \(score) falls short"
        }
    }

    /// The same in a word or two, for the title of a column.
    public var word: String {
        switch self {
        case .failures: "failed"
        case .slowness: "slow"
        case .cost: "cost"
        case .tokens: "tokens"
        case .shortfall: "shortfall"
        }
    }
}
