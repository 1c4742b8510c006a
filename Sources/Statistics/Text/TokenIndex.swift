/// Gives the distinct tokens of a list numbers 0, 1, 2 … in the order of their first appearance.
struct TokenIndex {
    private let tokens: TokenList
    /// The first token with each number.
    private(set) var firsts: [Int] = []
    /// Open addressing: the number of a token plus one, 0 where free. Never more than half full.
    private var slots: [Int32]
    /// The number of each token of the list.
    private(set) var numbers: [Int] = []

    init(_ tokens: TokenList) {
        self.tokens = tokens
        var size = 16
        while size < 2 * tokens.count { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        numbers.reserveCapacity(tokens.count)
        for index in 0..<tokens.count {
            let slot = slot(of: index, in: tokens)
            if slots[slot] == 0 {
                firsts.append(index)
                slots[slot] = Int32(truncatingIfNeeded: firsts.count)
            }
            numbers.append(Int(slots[slot]) - 1)
        }
    }

    /// How many distinct tokens there are.
    var count: Int { firsts.count }

    /// The number of the token `index` of another list; nil when it is not among these.
    @inline(__always)
    func number(of index: Int, in others: TokenList) -> Int? {
        let number = Int(slots[slot(of: index, in: others)])
        return number > 0 ? number - 1 : nil
    }

    /// The slot in which the token is or would be.
    @inline(__always)
    private func slot(of index: Int, in others: TokenList) -> Int {
        let hash = others.hashes[index]
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] != 0 {
            let first = firsts[Int(slots[slot]) - 1]
            if tokens.hashes[first] == hash, tokens.bytes[tokens.range(first)] == others.bytes[others.range(index)] {
                break
            }
            slot = (slot + 1) & mask
        }
        return slot
    }
}
