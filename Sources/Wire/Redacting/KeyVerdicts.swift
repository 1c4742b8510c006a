import Domain
import Redaction

/// What is to be done with an attribute, by its key. Requests repeat their keys span after span, so the answers are remembered.
struct KeyVerdicts {
    struct Verdict {
        var action: KeyAction?
        /// Whether it holds what people and models wrote.
        var isContent = false
    }

    private struct Entry {
        var key: ByteSlice
        var verdict: Verdict
    }

    private static let slots = 512
    private var entries = [Entry?](repeating: nil, count: KeyVerdicts.slots)
    private let keys: KeyRules

    init(_ keys: KeyRules) { self.keys = keys }

    /// The verdict on `key`, which stands in `bytes`. Where two keys meet in one place, the later one is remembered.
    mutating func verdict(on key: ByteSlice, of bytes: UnsafeRawBufferPointer) -> Verdict {
        let text = UnsafeRawBufferPointer(rebasing: bytes[key.range])
        var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while text.count &- at >= 8 {
            hash = (hash ^ text.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash &>> 29
            at &+= 8
        }
        while at < text.count {
            hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01B3
            at &+= 1
        }
        let slot = Int(truncatingIfNeeded: (hash ^ hash &>> 32) & UInt64(KeyVerdicts.slots - 1))
        if let entry = entries[slot], entry.key.count == key.count,
            UnsafeRawBufferPointer(rebasing: bytes[entry.key.range]).elementsEqual(text)
        {
            return entry.verdict
        }
        let verdict = Verdict(action: keys.action(for: text), isContent: ContentKeys.holdsText(text))
        entries[slot] = Entry(key: key, verdict: verdict)
        return verdict
    }
}
