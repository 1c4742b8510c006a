/// What a tool span did.
public struct ToolUse: Hashable, Sendable {
    public var name: String?
    public var callID: String?
    public var arguments: JSON?
    public var result: JSON?

    /// A use of the given parts.
    public init(name: String?, callID: String?, arguments: JSON?, result: JSON?) {
        (self.name, self.callID, self.arguments, self.result) = (name, callID, arguments, result)
    }
}
