/// The identity of an alert: the same rule on the same subject always has the same. Written as twelve hexadecimal digits.
public struct AlertID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 48 bits.
    public let number: UInt64

    /// The alert with the given number, of which the low 48 bits count.
    public init(number: UInt64) { self.number = number & 0xffff_ffff_ffff }

    /// The alert of `rule` on `subject`: FNV-1a over their bytes, each text closed by a byte that UTF-8 never contains.
    public init(rule: String, subject: AlertSubject) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String?) {
            for byte in (text?.utf8).map(Array.init) ?? [0xfe] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        add(rule)
        for label in subject.labels {
            add(label.dimension.rawValue)
            add(label.value)
        }
        self.init(number: hash ^ (hash >> 48))
    }

    /// The alert that twelve hexadecimal digits name; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ $0 != 0x2b && $0 != 0x2d }),
            let number = UInt64(text, radix: 16)
        else { return nil }
        self.init(number: number)
    }

    public var description: String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 12 - digits.utf8.count) + digits
    }
    public static func < (a: AlertID, b: AlertID) -> Bool { a.number < b.number }
}
