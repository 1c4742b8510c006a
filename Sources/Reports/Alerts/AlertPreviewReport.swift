import Domain
import Drawing
import Wording

/// When rules would have fired, as the command line says it.
public struct AlertPreviewReport {
    private let previews: [AlertPreview]

    /// A report on previews of one range.
    public init(_ previews: [AlertPreview]) { self.previews = previews }

    /// An array with an object for each rule.
    public var json: JSON { .array(previews.map(\.json)) }

    /// A headline for each rule and a line for each time that it would have fired.
    public var text: String { previews.flatMap(lines).joined(separator: "\n") }

    private func lines(_ preview: AlertPreview) -> [String] {
        let length = Format.age(seconds: preview.range.length.seconds)
        let step = Format.age(seconds: preview.step.seconds)
        var lines = ["\(preview.rule.name): \(Self.summary(preview)) in \(length) (in steps of \(step))"]
        if preview.omitted > 0 { lines.append("  \(preview.omitted) subjects with fewer calls were not looked at") }
        lines += preview.episodes.map { episode in
            let start = episode.from.rfc3339(.none).prefix(16).map { $0 == "T" ? " " : $0 }
            let word = episode.severity.word
            let padding = String(repeating: " ", count: max(0, 7 - word.utf8.count))
            return "  \(String(start))  \(word)\(padding)  \(Self.sentence(episode, preview))"
        }
        return lines.map { Text.sanitized($0) }
    }

    private static func summary(_ preview: AlertPreview) -> String {
        guard !preview.episodes.isEmpty else { return "never" }
        let times = preview.told == 1 ? "once" : "\(preview.told) times"
        let pages = preview.paged == 0 ? "no page" : preview.paged == 1 ? "1 page" : "\(preview.paged) pages"
        return preview.told == 0 ? "shown, told nobody" : "told \(times), \(pages)"
    }

    /// What the alert would have said at its worst, and how long it took.
    private static func sentence(_ episode: AlertPreview.Episode, _ preview: AlertPreview) -> String {
        let alert = Alert(
            rule: preview.rule.name, subject: episode.subject, watched: episode.watched, severity: episode.severity,
            state: episode.isNoData ? .noData(since: episode.from) : .firing(since: episode.from),
            reading: episode.peak)
        let sentence = AlertSentence.text(alert, at: episode.to ?? preview.range.to)
        return episode.to == nil ? sentence + ", and still" : sentence
    }
}
