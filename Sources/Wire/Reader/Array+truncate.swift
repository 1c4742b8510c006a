extension Array {
    /// Keeps the first `count` elements; costs nothing when there are no others, which is so nearly always.
    @inline(__always)
    mutating func truncate(to count: Int) {
        if self.count > count { removeLast(self.count - count) }
    }
}
