/// A version of a prompt as people name it: `support-answer`, `support-answer@7` or `support-answer@production`.
public struct PromptReference: Hashable, Sendable, CustomStringConvertible {
    /// Which version is meant.
    public enum Choice: Hashable, Sendable {
        case latest
        case number(Int)
        /// The version that the label stands on.
        case label(String)
    }

    /// The name of the prompt.
    public let name: String
    public let choice: Choice

    /// The version of `name` that `choice` says.
    public init(name: String, _ choice: Choice = .latest) { (self.name, self.choice) = (name, choice) }

    /// What `text` names; nil when it is no such name.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, RegistryName.isValid(name) else { return nil }
        guard let choice = parts.dropFirst().first else {
            self.init(name: String(name))
            return
        }
        if choice == "latest" {
            self.init(name: String(name))
        } else if let number = Int(choice), number > 0, String(number) == choice {
            self.init(name: String(name), .number(number))
        } else if RegistryName.isLabel(choice) {
            self.init(name: String(name), .label(String(choice)))
        } else {
            return nil
        }
    }

    public var description: String {
        switch choice {
        case .latest: name
        case .number(let number): "\(name)@\(number)"
        case .label(let label): "\(name)@\(label)"
        }
    }
}
