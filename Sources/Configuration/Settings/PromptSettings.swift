/// How prompts are kept.
public struct PromptSettings: Hashable, Sendable {
    /// Labels that need the approval of somebody who did not push the version.
    public var protectedLabels = ["production"]

    /// The defaults.
    public init() {}
}
