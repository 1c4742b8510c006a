/// How a change parts what is wrong, in time and in population. Its side are the calls that it touches, since it happened.
public struct Split: Hashable, Sendable {
    public var symptom: Symptom
    /// The calls on its side, as a share of all calls since it happened, 0 to 1.
    public var callShare: Double
    /// What is wrong on its side, as a share of all that is wrong since it happened, 0 to 1.
    public var badShare: Double
    /// What is wrong since it happened that would not be if its side were like the rest, as a share of all, 0 to 1.
    public var explained: Double
    /// The level on its side: the share of calls that failed or were slow (0 to 1), dollars or tokens a call, the mean score; for traffic
    /// calls a second.
    public var level: Double
    /// The level of the same kind of calls before it happened; nil when there were none in the time that is looked at.
    public var before: Double?
    /// The level of the same kind of calls that it does not touch, since it happened; nil when it touches all.
    public var others: Double?
    /// From which latency on calls count as slow, in seconds; nil for other symptoms.
    public var slow: Double?
}
