/// A theme resolved for one colour depth, so that painting a cell is two look-ups.
public struct Palette: Hashable, Sendable {
    /// The depth for which the numbers are meant.
    public let depth: ColourDepth
    private let paints: [Paint]
    private let hasForeground: [Bool]
    private let hasBackground: [Bool]

    /// Resolves every role. Sixteen-colour and monochrome terminals get the built-in themes for them, except for roles to
    /// which the theme gives colours by ANSI name.
    public init(_ theme: Theme, depth: ColourDepth) {
        self.depth = depth
        let text = Self.suited(theme, .text, depth)
        let appearances = Role.allCases.map { Self.suited(theme, $0, depth) }
        paints = appearances.map { appearance in
            Paint(
                foreground: Self.number(appearance.foreground ?? text.foreground, depth),
                background: Self.number(appearance.background ?? text.background, depth),
                attributes: appearance.attributes)
        }
        hasForeground = appearances.map { $0.foreground != nil }
        hasBackground = appearances.map { $0.background != nil }
    }

    /// The paint for a style. The ground gives the background unless the role has its own, the letters' colour to plain
    /// text, and its attributes.
    public func paint(for style: Style) -> Paint {
        let role = Int(style.role.rawValue)
        var paint = paints[role]
        paint.attributes.formUnion(style.attributes)
        guard let ground = style.ground else { return paint }
        let under = Int(ground.rawValue)
        let below = paints[under]
        if style.role == .text {
            if hasForeground[under] { paint.foreground = below.foreground }
            paint.background = below.background
        } else if !hasBackground[role] {
            paint.background = below.background
        }
        paint.attributes.formUnion(below.attributes)
        return paint
    }

    private static func suited(_ theme: Theme, _ role: Role, _ depth: ColourDepth) -> Appearance {
        let own = theme.appearance(of: role)
        switch depth {
        case .truecolour, .indexed256: return own
        case .monochrome: return Theme.monochrome.appearance(of: role)
        case .sixteen:
            let colours = [own.foreground, own.background].compactMap { $0 }
            return colours.allSatisfy(isAnsi) ? own : Theme.sixteen.appearance(of: role)
        }
    }

    private static func isAnsi(_ colour: Colour) -> Bool {
        switch colour {
        case .terminalDefault: true
        case .indexed(let index): index < 16
        case .rgb: false
        }
    }

    private static func number(_ colour: Colour?, _ depth: ColourDepth) -> Int32 {
        switch (colour, depth) {
        case (nil, _), (.terminalDefault, _), (_, .monochrome): return -1
        case (.indexed(let index), .sixteen): return index < 16 ? Int32(index) : -1
        case (.rgb, .sixteen): return -1
        case (.indexed(let index), .indexed256): return Int32(index)
        case (.rgb(let red, let green, let blue), .indexed256):
            return Int32(XtermPalette.nearest(to: red, green, blue))
        case (.indexed(let index), .truecolour):
            let (red, green, blue) = XtermPalette.rgb(index)
            return index < 8 ? Int32(index) : packed(red, green, blue)
        case (.rgb(let red, let green, let blue), .truecolour): return packed(red, green, blue)
        }
    }

    /// 24 bits. Terminals with direct colour take 0 to 7 for the ANSI colours, so the darkest blues become the next one.
    private static func packed(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
        max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    }
}
