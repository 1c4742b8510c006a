import Diagnosis
import Domain

extension OverviewAnswer {
    /// Less than this of a step says nothing about its rate: what ended last may still be on its way.
    private static let shortestPart = Nanoseconds.seconds(15)

    /// The seconds over which sums of the whole range are rates: the range, or what of it has been since the store began.
    var seconds: Double {
        let start = max(question.range.from, summary.oldest ?? question.range.from)
        return max(1, question.at.since(start).seconds)
    }

    /// The seconds of a step of the timeline that belong to the range; nil when they are too few for a rate.
    func seconds(ofStep index: Int, in timeline: Timeline) -> Double? {
        let begin = timeline.start.advanced(
            by: Nanoseconds(timeline.step.count.multipliedReportingOverflow(by: Int64(index)).partialValue))
        let end = min(begin.advanced(by: timeline.step), question.at)
        let start = max(begin, question.range.from, summary.oldest ?? begin)
        let part = end.since(start)
        return part < Self.shortestPart ? nil : part.seconds
    }

    /// The moments at which the timeline begins and ends.
    static func extent(of timeline: Timeline) -> TimeRange {
        let count = Int64(timeline.lines.first?.points.count ?? 0)
        let length = timeline.step.count.multipliedReportingOverflow(by: count)
        return TimeRange(
            from: timeline.start,
            to: timeline.start.advanced(by: Nanoseconds(length.overflow ? .max : length.partialValue)))
    }

    /// The line of the group over time.
    func course(of key: String?) -> [Measures?] { courses.lines.first { $0.key == key }?.points ?? [] }

    /// The numbers as findings are made from them.
    func situation(_ servers: [ModelServer]) -> Situation {
        Situation(
            grouping: grouping, rows: rows, total: total, timeline: timeline, courses: courses, marks: marks,
            servers: servers, range: question.range, at: question.at, isReceiving: summary.collector != nil)
    }
}
