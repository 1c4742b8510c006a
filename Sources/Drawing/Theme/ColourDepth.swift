/// How many colours a terminal shows.
public enum ColourDepth: String, CaseIterable, Hashable, Sendable {
    /// Attributes only.
    case monochrome
    /// The eight or sixteen colours of the terminal's owner.
    case sixteen
    /// xterm's 256.
    case indexed256
    /// 24 bits.
    case truecolour
}
