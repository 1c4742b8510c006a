import Diagnosis
import Domain
import Testing
import Wording

/// The document that is handed over, whoever named the things in it.
@Suite("Handover")
struct HandoverTests {
    private static let now = Timestamp(rfc3339: "2026-11-24T03:12:44Z") ?? Timestamp(nanoseconds: 0)
    private static let hostile = "[x](http://evil) <script> | `rm` *b*\n# head \u{1B}[31m www.evil"

    private func dossier(_ name: String) throws -> IncidentDossier {
        var draft = AlertRuleDraft.Threshold()
        (draft.measure, draft.over, draft.page) = ("error_rate", "5m", "> 10%")
        var rule = AlertRuleDraft(.threshold(draft))
        (rule.name, rule.by, rule.summary) = ("failing calls", ["release"], name)
        var alert = Alert(
            rule: "failing calls", subject: AlertSubject([.init(.release, name)]),
            watched: .measure(.errorRate, window: .minutes(5), alarms: .above), severity: .page,
            state: .firing(since: Self.now.advanced(by: -.minutes(6))),
            reading: AlertReading(time: Self.now, value: 0.14, limit: 0.1, calls: 900))
        alert.notes = [Alert.Note(principal: name, time: Self.now, text: name)]
        let question = DossierQuestion(alert: alert, rule: try AlertRule(rule), at: Self.now)
        return try IncidentDossier.load(question, from: OneCall(name: name, alert: alert, now: Self.now))
    }

    @Test("it tells what is wrong, what happened, which calls, and how to look again")
    func whole() throws {
        let text = Handover(try dossier("r42"), silence: nil).markdown
        #expect(text.hasPrefix("# page: error rate r42 14 % \\> 10 % for 6 m\n"))
        for line in [
            "- **rule** failing calls: page \\> 10 %, error rate over 5 m",
            "- **began** 2026-11-24 03:06:44 UTC, not over",
            "- **calls** release r42", "- **acknowledged** by nobody", "- **what to do** r42",
            "- 2026-11-24 03:12:44 UTC r42: r42", "| 2026-11-24 03:06:44 UTC |  | fired: page at 14 % |",
            "- 2026-11-24 03:04:44 UTC new release r42 (bot)",
            "| r42 | 900 | 90 % | 14 % | – | – | 100 % |", "    headframe request 0000000000000000000000000000002a",
            "    headframe export incident --from 2026-11-24T02:31:00Z --to 2026-11-24T03:12:44Z --to-file incident-",
        ] {
            #expect(text.contains(line), "missing: \(line)\nin:\n\(text)")
        }
    }

    @Test("no name becomes a link, a heading, a cell, code or a control character")
    func hostile() throws {
        let text = Handover(try dossier(Self.hostile), silence: nil).markdown
        #expect(!text.contains("\u{1B}") && !text.contains("<script>") && !text.contains("http://"))
        #expect(
            !text.replacing("\\]", with: "").contains("](") && !text.contains("\n# head") && !text.contains(" www.evil")
        )
        let pipes = text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
            line.replacing("\\|", with: "").count { $0 == "|" }
        }
        #expect(Set(pipes).count <= 3)
    }
}

/// A source with one release that fails and one that does not.
private struct OneCall: TelemetrySource {
    let name: String
    let alert: Alert
    let now: Timestamp

    func stats(_ query: StatsQuery) throws -> StatsResult {
        var (bad, good) = (Measures(), Measures())
        (bad.calls, bad.errors, good.calls) = (900, 126, 100)
        var total = bad
        total.calls = 1000
        let rows = [
            StatsRow(key: query.by.map { _ in name }, measures: bad),
            StatsRow(key: query.by.map { _ in "r41" }, measures: good),
        ]
        return StatsResult(rows: query.by.isEmpty ? [] : rows, total: total, coverage: .complete)
    }
    func timeline(_ query: TimelineQuery) throws -> Timeline {
        Timeline(start: query.range.from, step: query.step, lines: [])
    }
    func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage {
        guard let trace = TraceID(hex: "0000000000000000000000000000002a"), let span = SpanID(hex: "000000000000002a")
        else {
            return RequestsPage(rows: [])
        }
        var row = RequestRow(traceID: trace, spanID: span, start: now, end: now)
        (row.call.isError, row.call.errorType, row.call.requestModel) = (true, name, name)
        return RequestsPage(rows: [row])
    }
    func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark] {
        [
            Mark(
                time: now.advanced(by: -.minutes(8)), kind: .release, service: "bot", text: "new release \(name)",
                subject: name)
        ]
    }
    func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent] {
        [AlertEvent(time: now.advanced(by: -.minutes(6)), of: self.alert, .fired)]
    }
    func trace(_ id: TraceID) throws -> TraceDetail? { nil }
    func outline(_ id: TraceID) throws -> TraceOutline? { nil }
    func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading? { nil }
    func session(_ query: SessionQuery) throws -> SessionDetail { SessionDetail(session: query.session, turns: []) }
    func vocabulary(_ range: TimeRange) throws -> FilterVocabulary { FilterVocabulary() }
    func feedback(of trace: TraceID) throws -> [Feedback] { [] }
    func ingestHealth() throws -> IngestHealth? { nil }
    func metrics(_ query: MetricsQuery) throws -> [MetricSeries] { [] }
    func alerts(at: Timestamp) throws -> AlertBoard? { nil }
    func summary() throws -> StoreSummary { StoreSummary() }
    func version() throws -> Int64 { 1 }
}
