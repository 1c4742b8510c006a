import Domain
import Outbound

/// A server that speaks the chat completions of OpenAI, which evaluations ask.
public struct EndpointSettings: Hashable, Sendable {
    /// By which runs name it.
    public var name: String
    /// What `/chat/completions` is added to, such as `https://api.openai.com/v1`.
    public var address: WebAddress
    /// Private addresses that its name may lead to.
    public var allowedAddresses: [AddressRange]
    /// The environment variable of the collector that holds its key; nil when it needs none.
    public var keyVariable: String?
    /// What the endpoint calls models, by what prompts call them; others keep their names.
    public var models: [String: String]
    /// Questions under way at one time, unless a run says otherwise.
    public var concurrency: Int
    /// How long an answer may take.
    public var timeout: Nanoseconds

    /// What the endpoint calls `model`.
    public func model(_ model: String) -> String { models[model] ?? model }

    /// An endpoint at `address`.
    public init(
        name: String, address: WebAddress, allowedAddresses: [AddressRange] = [], keyVariable: String? = nil,
        models: [String: String] = [:], concurrency: Int = 4, timeout: Nanoseconds = .seconds(60)
    ) {
        (self.name, self.address, self.allowedAddresses) = (name, address, allowedAddresses)
        (self.keyVariable, self.models) = (keyVariable, models)
        (self.concurrency, self.timeout) = (concurrency, timeout)
    }
}
