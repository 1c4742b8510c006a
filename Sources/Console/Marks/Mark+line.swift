import Domain
import Drawing

extension Mark {
    /// Its sign, as on charts, and what changed.
    ///
    /// - Parameter namesService: names the service behind it, where the text does not.
    func line(namesService: Bool = false) -> StyledText {
        let line = StyledText("\(kind.sign)", kind.role) + StyledText(" \(text)")
        guard namesService, let service, !text.contains(service) else { return line }
        return line + StyledText("  \(service)", .textMuted)
    }
}

extension [Mark] {
    /// Where they stand on a chart of `range`. What matters more comes later, so that it is seen where marks meet.
    func moments(in range: TimeRange) -> [LineChart.Moment] {
        let length = range.length.seconds
        guard length > 0 else { return [] }
        return filter { range.contains($0.time) }.sorted { $0.kind.rank < $1.kind.rank }
            .map { .init(at: $0.time.since(range.from).seconds / length, $0.kind.sign, $0.kind.role) }
    }
}
