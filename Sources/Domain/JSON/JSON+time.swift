extension JSON {
    /// A moment in RFC 3339, to the millisecond unless it has more; `null` when it is missing.
    public init(_ moment: Timestamp?) {
        self.init(moment.map { $0.rfc3339($0.nanoseconds % 1_000_000 == 0 ? .milliseconds : .nanoseconds) })
    }

    /// The moment that the member `name` says; nil when it says none.
    public func moment(_ name: String) -> Timestamp? { self[name]?.string.flatMap { Timestamp(rfc3339: $0) } }

    /// The length that the member `name` says in whole milliseconds; nil when it says none.
    public func length(_ name: String) -> Nanoseconds? { self[name]?.integer.map { .milliseconds($0) } }
}
