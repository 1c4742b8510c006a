/// The LLM calls of a block in the order of their rows, four bytes each: a search orders calls by them and reads only the rows of the
/// best.
struct BlockCalls {
    /// Of each call, from the lowest bit on, its cost, its length, whether it failed, and its row counted from the block's first one.
    private var words: [UInt32] = []

    init() {}

    init(_ bytes: UnsafeRawBufferPointer) {
        words = (0..<bytes.count / Self.wordLength).map { Self.word(bytes, $0) }
    }

    /// The stored form: words in little-endian order.
    var bytes: [UInt8] { words.map(\.littleEndian).withUnsafeBytes(Array.init) }

    /// Adds a call; its row, counted from the block's first one, follows those of the others.
    mutating func append(_ peaks: CallPeaks, offset: Int64) {
        words.append(Self.word(CallBrief(peaks), offset))
    }

    /// Says that a call costs more than was thought, in nano-dollars.
    mutating func raise(cost: Int64, offset: Int64) {
        guard let index = words.firstIndex(where: { Self.offset($0) == offset }) else { return }
        var call = Self.call(words[index])
        call.cost = max(call.cost, CallBrief.code(cost))
        words[index] = Self.word(call, offset)
    }

    mutating func removeAll() { words.removeAll(keepingCapacity: true) }

    /// Calls `body` with each call and its row, counted from the block's first one. False when the bytes are damaged.
    @inline(__always)
    static func forEach(_ bytes: UnsafeRawBufferPointer, _ body: (Int64, CallBrief) -> Void) -> Bool {
        guard bytes.count.isMultiple(of: wordLength) else { return false }
        for index in 0..<bytes.count / wordLength {
            let word = word(bytes, index)
            body(offset(word), call(word))
        }
        return true
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32 {
        bytes.loadUnaligned(fromByteOffset: index * wordLength, as: UInt32.self).littleEndian
    }

    private static func word(_ call: CallBrief, _ offset: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: offset) << 21 | (call.isFailed ? failure : 0) | call.duration << 10 | call.cost
    }

    @inline(__always)
    private static func offset(_ word: UInt32) -> Int64 { Int64(word >> 21) }

    @inline(__always)
    private static func call(_ word: UInt32) -> CallBrief {
        CallBrief(isFailed: word & failure != 0, duration: word >> 10 & code, cost: word & code)
    }

    private static let wordLength = 4
    private static let failure: UInt32 = 1 << 20
    private static let code: UInt32 = 1 << 10 - 1
}
