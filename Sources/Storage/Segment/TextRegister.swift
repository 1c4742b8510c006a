/// Gives texts numbers that hold in the whole store, and remembers those used lately. A text that was forgotten gets a new number:
/// numbers are never compared across texts, so that costs a few bytes and nothing else.
struct TextRegister {
    private var young: [String: UInt32] = [:]
    private var old: [String: UInt32] = [:]
    private let limit: Int
    private var numbers: NumberSupply

    /// Remembers between `limit` and twice `limit` texts.
    init(limit: Int, numbers: NumberSupply) { (self.limit, self.numbers) = (limit, numbers) }

    /// The number of `text`, at least 1.
    mutating func id(of text: String) throws -> UInt32 {
        if let id = young[text] { return id }
        let id = try old[text] ?? numbers.next()
        remember(text, id: id)
        return id
    }

    /// Takes over a number that stands in a file.
    mutating func remember(_ text: String, id: UInt32) {
        if young.count >= limit { (old, young) = (young, [:]) }
        young[text] = id
    }
}
