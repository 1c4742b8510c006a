import Domain

/// A setting beside the text that is another: a row of the comparison, old → new.
public struct SettingChange: Hashable, Sendable {
    /// What the setting belongs to.
    public enum Subject: Hashable, Sendable {
        case model
        case syntax
        case parameter(String)
        case retrievalIndex
        case responseFormat
        case tool(String)
        /// The tools are the same, their order is not.
        case toolOrder
        case variable(String)
        case notes
    }

    public let subject: Subject
    /// Where within the subject, such as `parameters.order.type`; empty for the whole of it.
    public let path: String
    /// nil when it was not there.
    public let old: JSON?
    /// nil when it is not there any more.
    public let new: JSON?

    /// A value that is another.
    public init(subject: Subject, path: String = "", old: JSON?, new: JSON?) {
        (self.subject, self.path, self.old, self.new) = (subject, path, old, new)
    }
}
