/// For every byte, the triggers of which it may be the first, second and third byte: three times twenty-one bits. Three bytes in a
/// row may begin something when a bit is set in all three; which takes one look-up a byte, whatever is looked for.
struct TriggerTable {
    static let width: UInt64 = 21
    static let mask: UInt64 = 1 << width - 1

    /// 256 entries.
    private let entries: [UInt64]

    init(_ triggers: [Trigger]) {
        var entries = [UInt64](repeating: 0, count: 256)
        for trigger in triggers {
            let bit = UInt64(1) << UInt64(trigger.rule.rawValue)
            for byte in trigger.bytes.0 { entries[Int(byte)] |= bit }
            for byte in trigger.bytes.1 { entries[Int(byte)] |= bit << TriggerTable.width }
            for byte in trigger.bytes.2 { entries[Int(byte)] |= bit << (2 * TriggerTable.width) }
        }
        self.entries = entries
    }

    /// Lends the table to `body`.
    @inline(__always)
    func withEntries(_ body: (UnsafePointer<UInt64>) -> Void) {
        entries.withUnsafeBufferPointer { if let base = $0.baseAddress { body(base) } }
    }

    /// The rules that the first byte's, the second one's and the third one's entry have in common, as bits.
    @inline(__always)
    static func common(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        first & (second &>> width) & (third &>> (2 * width)) & mask
    }
}
