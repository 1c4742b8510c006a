import ArgumentParser

/// A size of a screen, written as `120x40`.
struct SizeOption: ExpressibleByArgument {
    var defaultValueDescription: String { "\(width)x\(height)" }

    let width: Int
    let height: Int

    /// A usual window.
    static let standard = SizeOption(width: 120, height: 40)

    private init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

    init?(argument: String) {
        let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]), (1...1000).contains(width),
            (1...1000).contains(height)
        else { return nil }
        (self.width, self.height) = (width, height)
    }
}
