/// The glyphs of a sanitised text from left to right; line feeds and tabs are blanks unless they are kept.
///
/// Regional indicators are drawn as their letters and skin tones are left out, because terminals disagree about how many
/// cells a flag or a toned emoji takes.
struct GlyphSequence: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pending: Unicode.Scalar?
    private let keepsControls: Bool

    init(_ text: String, keepingControls: Bool = false) {
        keepsControls = keepingControls
        scalars = text.unicodeScalars.makeIterator()
        pending = scalars.next()
    }

    mutating func next() -> Glyph? {
        guard let base = pending else { return nil }
        var glyph = glyph(base)
        pending = scalars.next()
        while let scalar = pending, scalar.value >= 0x300 {
            switch ScalarKind(of: scalar) {
            case .mark, .conjoining: glyph.combine(scalar)
            case .wide where 0x1F3FB...0x1F3FF ~= scalar.value && Text.isPictograph(base): break
            default: return glyph
            }
            pending = scalars.next()
        }
        return glyph
    }

    private func glyph(_ scalar: Unicode.Scalar) -> Glyph {
        guard scalar.value >= 0x7F else { return scalar.value < 0x20 && !keepsControls ? .blank : Glyph(scalar) }
        if 0x1F1E6...0x1F1FF ~= scalar.value {
            return Glyph(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x1F1E6 + 0x41)))
        }
        return Glyph(scalar, cells: ScalarKind(of: scalar) == .wide ? 2 : 1)
    }
}
