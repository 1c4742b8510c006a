/// A line of one side, cut where the way changes in which it is shown.
public struct TextLine: Hashable, Sendable {
    public let place: LinePlace
    /// Together the line without its line feed; empty for an empty line.
    public let runs: [TextRun]

    /// The line without its line feed.
    public var text: String { runs.map(\.text).joined() }
    /// Whether the line names the role of the message that begins below it.
    public var isRole: Bool { place.number == nil }
}
