import Domain

extension Nanoseconds {
    /// A length of time in seconds, an hour at most: no step of a turn takes longer.
    init(seconds: Double) { self.init(Int64(min(max(seconds, 0), 3600) * 1e9)) }
}
