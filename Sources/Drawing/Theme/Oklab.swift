#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A colour in Björn Ottosson's Oklab, in which equal distances look about equally different.
/// Source: https://bottosson.github.io/posts/oklab/
struct Oklab: Hashable, Sendable {
    let lightness: Double
    let a: Double
    let b: Double

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.init(linear: (Self.linear[Int(red)], Self.linear[Int(green)], Self.linear[Int(blue)]))
    }

    /// From linear light, each from 0 to 1.
    init(linear rgb: (Double, Double, Double)) {
        let (r, g, b) = rgb
        let l = cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
        let m = cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
        let s = cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
        lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s
        a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s
        self.b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s
    }

    /// The square of the distance.
    func squaredDistance(to other: Oklab) -> Double {
        let dl = lightness - other.lightness
        let da = a - other.a
        let db = b - other.b
        return dl * dl + da * da + db * db
    }

    /// Linear light for each sRGB byte (IEC 61966-2-1).
    static let linear: [Double] = (0...255).map { byte in
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
