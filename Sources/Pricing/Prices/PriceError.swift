/// Why a price is refused.
public enum PriceError: Error, Hashable, CustomStringConvertible {
    /// The price of `part` is negative or not a number.
    case notAnAmount(part: String, Double)
    /// The price of `part` is above `TokenPrice.highest` a million tokens.
    case absurdlyHigh(part: String, Double)
    /// The price of `part` is so low that it was probably meant for one token.
    case absurdlyLow(part: String, Double)
    /// The name of the model is empty or longer than `Price.longestName` bytes.
    case badModelName(String)
    /// The standard prices of `model` do not say what input costs.
    case noInputPrice(model: String)
    /// The prices of `model` above so many input tokens make no sense: the number is not positive.
    case badThreshold(model: String, Int64)

    public var description: String {
        switch self {
        case .notAnAmount(let part, let price):
            "\(part): \(price) is not a price; write dollars per million tokens, 0 or more"
        case .absurdlyHigh(let part, let price):
            "\(part): \(price) is more than \(TokenPrice.highest) dollars per million tokens; check the unit"
        case .absurdlyLow(let part, let price):
            "\(part): \(price) dollars per million tokens is too little; if it is per token, multiply it by 1 000 000"
        case .badModelName(let name):
            "\"\(name.prefix(40))\" cannot be a model's name: write 1 to \(Price.longestName) bytes"
        case .noInputPrice(let model): "\(model): the price of input tokens is missing"
        case .badThreshold(let model, let tokens):
            "\(model): prices above \(tokens) input tokens: the number must be at least 1"
        }
    }
}
