import Domain
import Reports
import Testing

@Suite("The log of alerts")
struct AlertLogReportTests {
    @Test("silences stand between what happened, newest first, and the limit counts both")
    func silences() throws {
        let moment = try #require(Timestamp(rfc3339: "2026-11-24T03:00:00Z"))
        let alert = Alert(
            rule: "slow", subject: AlertSubject(), watched: .budget(.dollars), severity: .page,
            state: .firing(since: moment), reading: AlertReading(time: moment, value: 1, limit: 1, calls: 1))
        let events = [Int64(2), 0].map {
            AlertEvent(time: moment.advanced(by: .minutes($0)), of: alert, .fired)
        }
        let silence = Silence(
            id: SilenceID(rawValue: 3), covers: .rule("slow"), from: moment.advanced(by: .minutes(1)),
            until: moment.advanced(by: .hours(2)), reason: "a known one", principal: "os:anna")
        let report = AlertLogReport(events, silences: [silence], limit: 2)
        let lines = report.text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[2].contains("silence 3") && lines[2].contains("until 2026-11-24T05:00")
                && lines[2].hasSuffix(": a known one"))
        let json = try report.jsonLines.split(separator: "\n").map { try JSON(parsing: String($0)) }
        #expect(json.last?["silence"]?["reason"]?.string == "a known one")
    }
}
