import Glibc

/// About how many different things there were, in 256 bytes and within some 7 %: equal whatever the order, and however often each came.
///
/// Source: Flajolet, Fusy, Gandouet and Meunier, "HyperLogLog", AofA 2007.
public struct CardinalitySketch: Hashable, Sendable {
    static let size = 256
    /// Of each register, the longest run of zeros that was seen, plus one.
    private(set) var registers = [UInt8](repeating: 0, count: CardinalitySketch.size)

    /// Of nothing.
    public init() {}

    /// As it was kept; nil when that is not one.
    init?(registers: [UInt8]) {
        guard registers.count == Self.size, registers.allSatisfy({ $0 <= 57 }) else { return nil }
        self.registers = registers
    }

    /// Adds a thing by a hash of it, whose bits are as good as random.
    public mutating func add(_ hash: UInt64) {
        let register = Int(hash & 0xFF)
        registers[register] = max(registers[register], UInt8(min(56, (hash >> 8).trailingZeroBitCount) + 1))
    }

    /// Adds all things of `other`.
    public mutating func merge(_ other: CardinalitySketch) {
        for register in registers.indices { registers[register] = max(registers[register], other.registers[register]) }
    }

    /// About how many there are.
    public var estimate: Double {
        let m = Double(Self.size)
        let raw = 0.7213 / (1 + 1.079 / m) * m * m / registers.reduce(0.0) { $0 + 1 / Double(UInt64(1) << UInt64($1)) }
        let empty = registers.count { $0 == 0 }
        return raw <= 2.5 * m && empty > 0 ? m * log(m / Double(empty)) : raw
    }
}
