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
        let runs = ScalarTable.runs
        let key = value << 4 | 0xF
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle] <= key { low = middle } else { high = middle }
        }
        self = ScalarKind(rawValue: UInt8(runs[low] & 0xF)) ?? .escaped
    }
}
