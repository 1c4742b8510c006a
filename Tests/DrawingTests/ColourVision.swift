@testable import Drawing

/// What people see: contrast after WCAG 2.2, and how a dichromat sees a colour after Machado, Oliveira and Fernandes (2009).
enum ColourVision: CaseIterable {
    case usual, protanopia, deuteranopia

    /// Rows of the matrix over linear light at full severity.
    private var matrix: [(Double, Double, Double)] {
        switch self {
        case .usual: [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
        case .protanopia:
            [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)]
        case .deuteranopia:
            [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)]
        }
    }

    func seen(_ rgb: (UInt8, UInt8, UInt8)) -> Oklab {
        let (r, g, b) = Self.linear(rgb)
        let seen = matrix.map { min(max($0.0 * r + $0.1 * g + $0.2 * b, 0), 1) }
        return Oklab(linear: (seen[0], seen[1], seen[2]))
    }

    static func contrast(_ one: (UInt8, UInt8, UInt8), _ other: (UInt8, UInt8, UInt8)) -> Double {
        let light = [luminance(one), luminance(other)].sorted()
        return (light[1] + 0.05) / (light[0] + 0.05)
    }

    private static func luminance(_ rgb: (UInt8, UInt8, UInt8)) -> Double {
        let (r, g, b) = linear(rgb)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    private static func linear(_ rgb: (UInt8, UInt8, UInt8)) -> (Double, Double, Double) {
        (Oklab.linear[Int(rgb.0)], Oklab.linear[Int(rgb.1)], Oklab.linear[Int(rgb.2)])
    }
}
