import Domain

/// Finds text that may not be kept: in one pass over UTF-8, in time that grows with its length only, whatever it is.
///
/// The rules, kind by kind, are those of the types in the folders beside. Two passes over the same text find the same; what is
/// found never overlaps.
public struct Detector: Sendable {
    /// What it looks for.
    public let kinds: SensitiveKinds
    /// What it does with members of JSON by their keys.
    private let keys: KeyRules?
    private let table: TriggerTable

    /// A detector of `kinds`, and of members of JSON within texts that `keys` take out; of none when that is nil.
    public init(kinds: SensitiveKinds = .all, keys: KeyRules? = nil) {
        (self.kinds, self.keys) = (kinds, keys)
        table = TriggerTable(Trigger.all(kinds) + (keys == nil ? [] : [Trigger.members]))
    }

    /// A scan of `bytes` that has been run.
    @inline(__always)
    func scan(_ bytes: UnsafeRawBufferPointer) -> Scan {
        var scan = Scan(Text(bytes), kinds, keys)
        run(&scan, bytes)
        return scan
    }

    /// What stands in `bytes` that may not be kept, in order. Bytes that are no UTF-8 are looked at as well.
    public func findings(in bytes: UnsafeRawBufferPointer) -> [Finding] {
        let scan = scan(bytes)
        return scan.findings.isEmpty ? [] : Overlaps.resolved(scan.findings)
    }

    /// What stands in `text` that may not be kept, in order.
    public func findings(in text: String) -> [Finding] {
        var text = text
        return text.withUTF8 { findings(in: UnsafeRawBufferPointer($0)) }
    }

    @inline(__always)
    private func run(_ scan: inout Scan, _ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, bytes.count >= 3 else { return }
        table.withEntries { entries in
            // Before the text stands nothing, which is the boundary of a word.
            scan.next = -1
            scan.examine(TriggerTable.common(entries[0], entries[Int(bytes[0])], entries[Int(bytes[1])]), at: -1)
            let last = bytes.count &- 2
            var at = max(0, scan.next)
            while at < last {
                at = Detector.skip(base.assumingMemoryBound(to: UInt8.self), entries, from: at, to: last)
                guard at < last else { return }
                scan.next = at &+ 1
                scan.examine(
                    TriggerTable.common(
                        entries[Int(bytes[at])], entries[Int(bytes[at &+ 1])], entries[Int(bytes[at &+ 2])]), at: at)
                at = max(at &+ 1, scan.next)
            }
        }
    }

    /// The first offset from `start` on, before `last`, at which a trigger stands; else `last`. Two bytes may be read from `last` on.
    @inline(__always)
    private static func skip(
        _ bytes: UnsafePointer<UInt8>, _ entries: UnsafePointer<UInt64>, from start: Int, to last: Int
    ) -> Int {
        var at = start
        var first = entries[Int(bytes[at])]
        var second = entries[Int(bytes[at &+ 1])]
        while last &- at >= 4 {
            let third = entries[Int(bytes[at &+ 2])]
            let fourth = entries[Int(bytes[at &+ 3])]
            let fifth = entries[Int(bytes[at &+ 4])]
            let sixth = entries[Int(bytes[at &+ 5])]
            let hits =
                TriggerTable.common(first, second, third) | TriggerTable.common(second, third, fourth)
                | TriggerTable.common(third, fourth, fifth) | TriggerTable.common(fourth, fifth, sixth)
            if hits != 0 { break }
            (first, second) = (fifth, sixth)
            at &+= 4
        }
        while at < last {
            let third = entries[Int(bytes[at &+ 2])]
            if TriggerTable.common(first, second, third) != 0 { return at }
            (first, second) = (second, third)
            at &+= 1
        }
        return last
    }
}
