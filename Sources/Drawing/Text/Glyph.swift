/// What one cell shows: a scalar with at most four combining marks, one or two cells wide.
public struct Glyph: Hashable, Sendable {
    /// The scalar that the marks stand on.
    public let base: Unicode.Scalar
    private(set) var marks = Marks()
    /// Cells taken: 1 or 2; 0 for the second half of a wide glyph.
    let cells: UInt8

    /// The combining marks in order; zero ends them. Kept in place so that a cell is a plain value of 24 bytes.
    struct Marks: Hashable, Sendable {
        var first: UInt32 = 0
        var second: UInt32 = 0
        var third: UInt32 = 0
        var fourth: UInt32 = 0
    }

    init(_ base: Unicode.Scalar, cells: UInt8 = 1) {
        self.base = base
        self.cells = cells
    }

    /// An empty cell.
    public static let blank = Glyph(" ")
    /// The second half of the wide glyph on the left.
    static let continuation = Glyph(" ", cells: 0)

    /// Cells taken: 1 or 2; 0 for the second half of a wide glyph.
    public var width: Int { Int(cells) }
    /// True for the second half of a wide glyph.
    public var isContinuation: Bool { cells == 0 }
    /// True when nothing is to be seen.
    public var isBlank: Bool { base == " " && marks.first == 0 }

    /// Adds base and marks to a text.
    func append(to text: inout String.UnicodeScalarView) {
        text.append(base)
        guard marks.first != 0 else { return }
        for value in [marks.first, marks.second, marks.third, marks.fourth] where value != 0 {
            if let mark = Unicode.Scalar(value) { text.append(mark) }
        }
    }

    /// The values of base and marks, zero at the end: what a painter hands on, without an allocation.
    public var values: (UInt32, UInt32, UInt32, UInt32, UInt32) {
        (base.value, marks.first, marks.second, marks.third, marks.fourth)
    }

    /// Adds a mark; a fifth is dropped.
    mutating func combine(_ mark: Unicode.Scalar) {
        if marks.first == 0 {
            marks.first = mark.value
        } else if marks.second == 0 {
            marks.second = mark.value
        } else if marks.third == 0 {
            marks.third = mark.value
        } else if marks.fourth == 0 {
            marks.fourth = mark.value
        }
    }
}
