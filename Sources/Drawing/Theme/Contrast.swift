/// How well a colour is read on another one: the contrast ratio of WCAG 2.2, from 1 to 21.
enum Contrast {
    /// The ratio of two sRGB colours.
    static func ratio(_ one: (UInt8, UInt8, UInt8), _ other: (UInt8, UInt8, UInt8)) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// `colour`, mixed with as little white or black as makes its contrast on `ground` at least `least`; white or black where nothing does.
    static func lifted(
        _ colour: (UInt8, UInt8, UInt8), on ground: (UInt8, UInt8, UInt8), to least: Double
    ) -> (UInt8, UInt8, UInt8) {
        let (white, black): ((UInt8, UInt8, UInt8), (UInt8, UInt8, UInt8)) = ((255, 255, 255), (0, 0, 0))
        let end = ratio(white, ground) >= ratio(black, ground) ? white : black
        for step in 0...20 {
            let mixed = (
                mix(colour.0, end.0, step), mix(colour.1, end.1, step), mix(colour.2, end.2, step)
            )
            if ratio(mixed, ground) >= least { return mixed }
        }
        return end
    }

    /// `steps` twentieths of the way from one to the other.
    private static func mix(_ from: UInt8, _ to: UInt8, _ steps: Int) -> UInt8 {
        UInt8(clamping: (Int(from) * (20 - steps) + Int(to) * steps) / 20)
    }

    private static func luminance(_ rgb: (UInt8, UInt8, UInt8)) -> Double {
        0.2126 * Oklab.linear[Int(rgb.0)] + 0.7152 * Oklab.linear[Int(rgb.1)] + 0.0722 * Oklab.linear[Int(rgb.2)]
    }
}
