extension String {
    /// The text with the number of an order in its place.
    func naming(order: String) -> String {
        // Most texts name none, and a search for a string is slow.
        guard utf8.contains(UInt8(ascii: "{")) else { return self }
        return split(separator: "{order}", omittingEmptySubsequences: false).joined(separator: order)
    }
}
