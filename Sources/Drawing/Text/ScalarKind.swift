/// How one scalar is drawn when it stands in text that nobody vouches for.
enum ScalarKind: UInt8 {
    /// One cell.
    case narrow
    /// Two cells: East Asian wide and full-width, and emoji that are shown as pictures.
    case wide
    /// A combining mark, which belongs to the cell before it.
    case mark
    /// A Hangul vowel or final consonant that joins the syllable before it.
    case conjoining
    /// A variation selector, left out so that nobody doubts the width of what it selects.
    case omitted
    /// One blank, whatever its width is in print.
    case space
    /// The ideographic space: two blanks.
    case wideSpace
    /// Zero-width joiner and non-joiner: left out where a script needs them, else written as a code point.
    case joiner
    /// Invisible, reordering, private or unassigned: written as `<U+XXXX>`.
    case escaped

    /// - Parameter scalar: a scalar from U+0020 on; controls below are the caller's to handle.
    init(of scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x7F {
            self = .narrow
            return
        }
        self = value < Self.direct.count ? Self.direct[Int(value)] : Self.found(value)
    }

    /// The kinds of the planes that texts are written in, so that the usual scalar costs one look-up.
    private static let direct: [ScalarKind] = {
        var kinds: [ScalarKind] = Array(repeating: .escaped, count: 0x20)
        for (run, next) in zip(ScalarTable.runs, ScalarTable.runs.dropFirst() + [UInt32.max]) {
            let end = min(Int(next >> 4), 0x20000)
            guard kinds.count < end else { continue }
            kinds += repeatElement(ScalarKind(rawValue: UInt8(run & 0xF)) ?? .escaped, count: end - kinds.count)
        }
        return kinds
    }()

    /// The kind of any scalar, by halving.
    private static func found(_ value: UInt32) -> ScalarKind {
        let runs = ScalarTable.runs
        let key = value << 4 | 0xF
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle] <= key { low = middle } else { high = middle }
        }
        return ScalarKind(rawValue: UInt8(runs[low] & 0xF)) ?? .escaped
    }
}
