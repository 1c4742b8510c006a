extension Theme {
    /// The least contrast of letters (WCAG 2.2, level AA).
    private static let leastContrast = 4.5

    /// The theme with every colour of letters that is too close to its ground moved towards black or white until it can be read. For themes
    /// that were made for other programs. Where a ground is the terminal's own nobody can tell, and nothing is changed.
    public var legible: Theme {
        let text = appearance(of: .text)
        guard let ground = text.background else { return self }
        var appearances = appearances
        for role in Role.allCases {
            let own = appearance(of: role)
            guard let letters = (own.foreground ?? text.foreground)?.rgb, let under = (own.background ?? ground).rgb
            else { continue }
            // Said of every role, so that none is drawn in the changed letters of another.
            let readable = Contrast.lifted(letters, on: under, to: Self.leastContrast)
            appearances[role] = Appearance(
                foreground: .rgb(readable.0, readable.1, readable.2), background: own.background,
                attributes: own.attributes)
        }
        return Theme(name: name, appearances, warnings: warnings)
    }
}

extension Colour {
    /// Red, green and blue; nil for the terminal's own colours, which nobody knows.
    fileprivate var rgb: (UInt8, UInt8, UInt8)? {
        switch self {
        case .terminalDefault: nil
        case .indexed(let index): index < 16 ? nil : XtermPalette.rgb(index)
        case .rgb(let red, let green, let blue): (red, green, blue)
        }
    }
}
