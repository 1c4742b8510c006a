import Domain
import Testing

/// What is stored and sent of alerts comes back as it was.
@Suite struct AlertJSONTests {
    private func parsed(_ json: JSON) throws -> JSON { try JSON(parsing: json.text) }

    @Test("everything reads back as it was written", arguments: 0..<200)
    func roundTrips(seed: Int) throws {
        var samples = AlertSamples(seed)
        let (alert, event, silence) = (samples.alert(), samples.event(), samples.silence())
        #expect(Alert(try parsed(alert.json)) == alert)
        #expect(AlertEvent(try parsed(event.json)) == event)
        #expect(Silence(try parsed(silence.json)) == silence)
        let (budget, notification) = (samples.budget(), samples.notification())
        #expect(BudgetStatus(try parsed(budget.json)) == budget)
        #expect(AlertNotification(try parsed(notification.json)) == notification)
        let board = try samples.board()
        #expect(AlertBoard(try parsed(board.json)) == board)
    }

    @Test("what is something else is nothing", arguments: 0..<50)
    func damaged(seed: Int) throws {
        var samples = AlertSamples(seed)
        let alert = samples.alert()
        for member in alert.json.members ?? []
        where ["rule", "subject", "watched", "state", "since"].contains(member.name) {
            let rest = JSON.object((alert.json.members ?? []).filter { $0.name != member.name })
            #expect(Alert(rest) == nil)
        }
        // A number that does not belong to the rule and the subject.
        let other = JSON.object(
            (alert.json.members ?? []).map { $0.name == "id" ? .init("id", "000000000001") : $0 })
        #expect(Alert(other) == nil)
        for json: JSON in [.null, [], "x", 1, [:]] {
            #expect(Alert(json) == nil)
            #expect(AlertEvent(json) == nil)
            #expect(Silence(json) == nil)
            #expect(BudgetStatus(json) == nil)
            #expect(AlertNotification(json) == nil)
            #expect(AlertRuleDraft(json) == nil)
        }
    }

    @Test("the shape on which scripts rely")
    func shape() throws {
        let subject = AlertSubject([.init(.service, "bot"), .init(.release, nil)])
        var alert = Alert(
            rule: "slow", subject: subject,
            watched: .measure(.latency(.p95), window: .minutes(5), alarms: .above), severity: .page,
            state: .firing(since: Timestamp(seconds: 1_800_000_000)),
            reading: AlertReading(
                time: Timestamp(seconds: 1_800_000_060), value: 4.5, limit: 4, calls: 120))
        alert.acknowledgement = .init(principal: "os:anna", time: Timestamp(seconds: 1_800_000_090))
        let expected =
            #"{"id":"\#(alert.id)","rule":"slow","subject":{"service":"bot","release":null},"#
            + #""watched":{"measure":"latency p95","window_ms":300000,"alarms":"above"},"severity":"page","#
            + #""state":"firing","since":"2027-01-15T08:00:00.000Z","resolved_at":null,"#
            + #""reading":{"time":"2027-01-15T08:01:00.000Z","value":4.5,"limit":4,"calls":120},"#
            + #""acknowledged":{"by":"os:anna","time":"2027-01-15T08:01:30.000Z"},"silence":null,"#
            + #""flapping":false,"notes":[]}"#
        #expect(alert.json.text == expected)
        let board = AlertBoard()
        #expect(
            board.json.text
                == #"{"evaluated":null,"waiting":0,"alerts":[],"silences":[],"rules":[],"budgets":[],"receivers":[]}"#)
    }
}
