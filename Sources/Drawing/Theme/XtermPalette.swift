/// The 256 colours of xterm: sixteen of the user's, a cube of six steps each, and a ramp of greys.
enum XtermPalette {
    /// Red, green and blue of a number. The first sixteen are xterm's defaults; users change them.
    static func rgb(_ index: UInt8) -> (UInt8, UInt8, UInt8) {
        switch index {
        case 0..<16:
            return sixteen[Int(index)]
        case 16..<232:
            let cube = Int(index) - 16
            return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
        default:
            let grey = UInt8(8 + (Int(index) - 232) * 10)
            return (grey, grey, grey)
        }
    }

    /// The number from 16 on that looks closest; the first sixteen are left to the user.
    static func nearest(to red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
        let wanted = Oklab(red, green, blue)
        var best: UInt8 = 16
        var smallest = Double.infinity
        for index in UInt8(16)...255 {
            let distance = wanted.squaredDistance(to: colours[Int(index)])
            if distance < smallest {
                smallest = distance
                best = index
            }
        }
        return best
    }

    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    private static let colours: [Oklab] = (UInt8(0)...255).map { index in
        let (red, green, blue) = rgb(index)
        return Oklab(red, green, blue)
    }
    private static let sixteen: [(UInt8, UInt8, UInt8)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]
}
