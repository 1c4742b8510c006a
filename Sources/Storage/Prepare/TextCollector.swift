/// The distinct texts of a request, each with an index.
struct TextCollector {
    private(set) var texts: [String] = []
    private var indices: [String: UInt32] = [:]

    /// The index of `text` plus one; 0 for none.
    mutating func index(_ text: String?) -> UInt32 {
        guard let text else { return 0 }
        if let index = indices[text] { return index }
        texts.append(text)
        let index = UInt32(truncatingIfNeeded: texts.count)
        indices[text] = index
        return index
    }
}
