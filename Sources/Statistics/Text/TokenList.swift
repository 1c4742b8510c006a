/// The words of a text one after the other, in lower case, as bytes of UTF-8.
public struct TokenList: Sendable {
    /// All tokens without anything between them.
    private(set) var bytes: [UInt8] = []
    /// Where each token ends in `bytes`.
    private(set) var ends: [Int] = []
    /// A hash of each token (FNV-1a, 64 bits).
    private(set) var hashes: [UInt64] = []
    private var hash = TokenList.emptyHash

    private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    mutating func reserve(bytes count: Int) {
        bytes.reserveCapacity(count)
        ends.reserveCapacity(count / 5)
        hashes.reserveCapacity(count / 5)
    }

    /// Lengthens the token that is being written.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Ends the token that is being written; nothing when there is none.
    @inline(__always)
    mutating func endToken() {
        guard bytes.count > (ends.last ?? 0) else { return }
        ends.append(bytes.count)
        hashes.append(hash)
        hash = Self.emptyHash
    }

    /// How many tokens there are.
    public var count: Int { ends.count }

    /// Whether there are none.
    public var isEmpty: Bool { ends.isEmpty }

    /// Where the token `index` lies in `bytes`.
    @inline(__always)
    func range(_ index: Int) -> Range<Int> { (index > 0 ? ends[index - 1] : 0)..<ends[index] }

    /// The tokens as texts.
    public var texts: [String] { ends.indices.map { String(decoding: bytes[range($0)], as: UTF8.self) } }
}
