import Testing

@testable import Drawing

@Suite("Themes")
struct ThemeTests {
    static let coloured: [(Theme, ColourDepth)] = [
        (.dark, .truecolour), (.dark, .indexed256), (.light, .truecolour), (.light, .indexed256),
    ]

    /// The colours that a style gets at a depth of 24 bits or 256 colours.
    private static func rgb(_ colour: Int32, _ depth: ColourDepth) -> (UInt8, UInt8, UInt8) {
        if depth == .indexed256 { return XtermPalette.rgb(UInt8(truncatingIfNeeded: colour)) }
        func byte(_ shift: Int32) -> UInt8 { UInt8(truncatingIfNeeded: colour >> shift) }
        return (byte(16), byte(8), byte(0))
    }

    @Test("every built-in value can be read", arguments: Theme.builtIn)
    func builtIn(theme: Theme) {
        #expect(theme.warnings == [])
    }

    @Test("every role has a colour on a ground, and can be read", arguments: coloured)
    func contrast(theme: Theme, depth: ColourDepth) {
        let palette = Palette(theme, depth: depth)
        for role in Role.allCases {
            for ground in [nil, Role.selection, .dialog, .toast] {
                let paint = palette.paint(for: Style(role, on: ground))
                let contrast = ColourVision.contrast(
                    Self.rgb(paint.foreground, depth), Self.rgb(paint.background, depth))
                // Letters as WCAG asks; lines and shades as it asks of graphics.
                let isLine = [.frame, .chartAxis].contains(role) || ground == .selection || ground == .toast
                #expect(
                    contrast >= (isLine ? 3 : 4.5),
                    "\(theme.name) \(depth) \(role.name) on \(ground?.name ?? "nothing"): \(contrast)")
            }
        }
    }

    @Test("what differs in meaning differs to everyone's eyes", arguments: coloured)
    func colourVision(theme: Theme, depth: ColourDepth) {
        let palette = Palette(theme, depth: depth)
        let groups: [[Role]] = [
            [.statusOk, .statusWarning, .statusCritical], [.diffAdded, .diffRemoved],
            [.rolloutBaseline, .rolloutCanary], [.chartSeries1, .chartSeries2, .chartSeries3],
        ]
        for vision in ColourVision.allCases {
            for group in groups {
                for (index, one) in group.enumerated() {
                    for other in group[(index + 1)...] {
                        let pair = [one, other].map {
                            vision.seen(Self.rgb(palette.paint(for: Style($0)).foreground, depth))
                        }
                        let distance = pair[0].squaredDistance(to: pair[1]).squareRoot()
                        #expect(
                            distance >= 0.09, "\(theme.name) \(depth) \(vision) \(one.name) \(other.name): \(distance)")
                    }
                }
            }
        }
    }

    @Test("without colours, states differ by attributes", arguments: [ColourDepth.monochrome, .sixteen])
    func withoutColours(depth: ColourDepth) {
        let palette = Palette(.dark, depth: depth)
        let paints = [Role.statusOk, .statusWarning, .statusCritical].map { palette.paint(for: Style($0)) }
        #expect(Set(paints).count == 3)
        #expect(palette.paint(for: .text) != palette.paint(for: Style(.text, on: .selection)))
        for role in Role.allCases {
            let paint = palette.paint(for: Style(role))
            #expect(paint.foreground < (depth == .monochrome ? 0 : 16), "\(role.name)")
        }
    }

    @Test("a role's name leads back to it, and fallbacks end at text", arguments: Role.allCases)
    func names(role: Role) {
        #expect(Role(named: role.name) == role)
        var seen: Set<Role> = []
        var next: Role? = role
        while let present = next, seen.insert(present).inserted { next = present.fallback }
        #expect(next == nil)
        #expect(seen.contains(.text))
    }

    @Test("roles are spelled with dots")
    func spelling() {
        #expect(Role.statusOk.name == "status.ok")
        #expect(Role.chartSeries8.name == "chart.series.8")
        #expect(Role.diffAddedEmphasis.name == "diff.added.emphasis")
        #expect(Role.text.name == "text")
    }

    @Test("a theme from a file takes what it can and warns of the rest")
    func reading() {
        let theme = Theme(
            name: "mine", inherits: .dark, palette: ["amber": "#fb0", "bad": "#12345"],
            roles: [
                "status.warning": "amber bold", "selection": "on 24", "status.okay": "red", "text": "octarine",
                "frame": "bad", "title": "bright-red on default underline", "key": "red green",
            ])
        #expect(theme.appearances[.statusWarning] == Appearance(foreground: .rgb(255, 187, 0), attributes: .bold))
        #expect(theme.appearances[.selection] == Appearance(background: .indexed(24)))
        #expect(
            theme.appearances[.title]
                == Appearance(foreground: .indexed(9), background: .terminalDefault, attributes: .underline))
        #expect(theme.appearances[.text] == Theme.dark.appearances[.text])
        #expect(
            theme.warnings == [
                "theme mine: palette bad: \"#12345\" is no colour (#rrggbb, 0-255 or a name)",
                "theme mine: frame: \"bad\" is neither a colour nor an attribute",
                "theme mine: key: \"green\" is neither a colour nor an attribute",
                "theme mine: there is no role \"status.okay\"",
                "theme mine: text: \"octarine\" is neither a colour nor an attribute",
            ])
    }

    @Test(
        "colours are read in every spelling",
        arguments: [
            ("#fff", Colour.rgb(255, 255, 255)), ("#1a2b3c", .rgb(26, 43, 60)), ("#80", .rgb(128, 128, 128)),
            ("208", .indexed(208)), ("Bright-Blue", .indexed(12)), ("default", .terminalDefault),
        ])
    func colours(text: String, colour: Colour) {
        #expect(Colour(text) == colour)
    }

    @Test(
        "what is no colour is refused", arguments: ["", "#", "#1", "#12345", "#1234567", "256", "-1", "#+12", "pink"])
    func noColours(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test(
        "256 colours: the nearest is the colour itself where there is one",
        arguments: [UInt8(16), 21, 46, 124, 231, 240, 255])
    func nearest(index: UInt8) {
        let (red, green, blue) = XtermPalette.rgb(index)
        #expect(XtermPalette.rgb(XtermPalette.nearest(to: red, green, blue)) == (red, green, blue))
    }

    @Test("a theme of another program can be read once it is made legible", arguments: 0..<40 as Range<UInt64>)
    func legible(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func colour() -> String {
            "#" + String(UInt32.random(in: 0x100_0000...0x1FF_FFFF, using: &random), radix: 16).dropFirst()
        }
        let roles = ["text", "text.muted", "status.warning", "diff.added.emphasis"].map {
            ($0, $0 == "text.muted" ? colour() : "\(colour()) on \(colour())")
        }
        let theme = Theme(name: "theirs", inherits: .dark, roles: Dictionary(uniqueKeysWithValues: roles)).legible
        let palette = Palette(theme, depth: .truecolour)
        for role in Role.allCases {
            let paint = palette.paint(for: Style(role))
            let contrast = ColourVision.contrast(
                Self.rgb(paint.foreground, .truecolour), Self.rgb(paint.background, .truecolour))
            #expect(contrast >= 4.5, "\(role.name): \(contrast)")
        }
    }
}
