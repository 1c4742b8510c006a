import Domain
import Reports
import Testing

/// Previews of rules on the command line.
@Suite struct AlertPreviewReportTests {
    private func preview() throws -> AlertPreview {
        var threshold = AlertRuleDraft.Threshold()
        (threshold.measure, threshold.warn, threshold.page) = ("latency p95", "> 2s", "> 4s")
        var draft = AlertRuleDraft(.threshold(threshold))
        (draft.name, draft.by) = ("slow", ["release"])
        let rule = try AlertRule(draft)
        let end = try #require(Timestamp(rfc3339: "2026-11-24T12:00:00Z"))
        return AlertPreview(rule: rule, range: TimeRange(last: .days(7), before: end), step: .minutes(10))
    }

    @Test("each time is a line with what it would have said")
    func text() throws {
        var preview = try preview()
        #expect(AlertPreviewReport([preview]).text.hasSuffix(": never in 7 d (in steps of 10 m)"))
        let from = preview.range.to.advanced(by: .hours(-2))
        preview.episodes = [
            .init(
                subject: AlertSubject([.init(.release, "answer@r42")]), watched: preview.rule.watched, severity: .page,
                isNoData: false, from: from, to: from.advanced(by: .hours(1)),
                peak: AlertReading(time: from, value: 9, limit: 4, calls: 100)),
            .init(
                subject: AlertSubject([.init(.release, "answer@r43\u{1B}")]), watched: preview.rule.watched,
                severity: .warn,
                isNoData: true, from: from, to: nil,
                peak: AlertReading(time: from, value: nil, limit: nil, calls: 0)),
        ]
        (preview.told, preview.paged, preview.omitted) = (2, 1, 3)
        let lines = AlertPreviewReport([preview]).text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].contains("told 2 times, 1 page in 7 d"))
        #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
        #expect(lines[1].contains("3 subjects"))
        #expect(lines[2].hasPrefix("  2026-11-24 10:00  page     p95 latency answer@r42 9.00 s > 4 s for 1 h"))
        #expect(lines[3].contains("no calls of answer@r43") && lines[3].hasSuffix("for 2 h, and still"))
    }

    @Test("the shape on which scripts rely")
    func json() throws {
        var preview = try preview()
        let from = preview.range.from
        preview.episodes = [
            .init(
                subject: AlertSubject([.init(.release, nil)]), watched: preview.rule.watched, severity: .warn,
                isNoData: false, from: from, to: nil, peak: AlertReading(time: from, value: 3, limit: 2, calls: 9))
        ]
        let expected =
            #"[{"rule":"slow","range":{"from":"2026-11-17T12:00:00.000Z","to":"2026-11-24T12:00:00.000Z"},"#
            + #""step_ms":600000,"told":0,"paged":0,"omitted":0,"episodes":[{"subject":{"release":null},"#
            + #""watched":{"measure":"latency p95","window_ms":300000,"alarms":"above"},"severity":"warn","#
            + #""no_data":false,"from":"2026-11-17T12:00:00.000Z","to":null,"#
            + #""peak":{"time":"2026-11-17T12:00:00.000Z","value":3,"limit":2,"calls":9}}]}]"#
        #expect(AlertPreviewReport([preview]).json.text == expected)
    }
}
