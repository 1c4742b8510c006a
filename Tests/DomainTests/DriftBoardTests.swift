import Domain
import Testing

@Suite struct DriftBoardTests {
    static let subject = DriftSubject(environment: "prod", service: "bot")

    static func finding(_ signal: DriftSignal, _ state: DriftState) -> DriftFinding {
        var finding = DriftFinding(subject: subject, signal: signal, state: state)
        let window = TimeRange(from: Timestamp(seconds: 900), to: Timestamp(seconds: 1800))
        finding.reading = DriftReading(
            window: window, count: 120, effect: 0.2, p: 0.001, isLarge: true, evidence: 1.5, state: state)
        finding.course = finding.reading.map { [$0] } ?? []
        finding.since = window.from
        var explanation = DriftExplanation()
        explanation.quantiles = [.init(share: 0.5, then: 10, now: 14)]
        explanation.categories = [.init(name: "ar", then: 0, now: 0.2)]
        explanation.segments = [.init(release: "r1", model: nil, share: 1, distance: 0.3)]
        explanation.words = [.init(word: "parcel", then: 0.02, now: 0.14, z: 5)]
        explanation.filter = "latency>4s"
        finding.explanation = explanation
        return finding
    }

    @Test func isReadBackAsItWasWritten() throws {
        var board = DriftBoard(evaluated: Timestamp(seconds: 2000), budget: .days(30))
        board.findings = [Self.finding(.language, .alarm), Self.finding(.score("faithfulness"), .watch)]
        board.references = [
            DriftReference(
                subject: Self.subject, side: .input, from: Timestamp(seconds: 0), principal: "system", reason: "first",
                chosen: Timestamp(seconds: 0))
        ]
        board.failures = [
            FailureCluster(
                id: "f1", subject: Self.subject, words: ["vpn"], failures: 4, calls: 10, lift: 3, p: 0.01, examples: [])
        ]
        #expect(DriftBoard(try JSON(parsing: board.json.text)) == board)
    }

    @Test func silenceIsNotCalm() {
        var board = DriftBoard(evaluated: Timestamp(seconds: 0), budget: .days(30))
        #expect(board.state(of: Self.subject) == .notEnough)
        board.findings = [DriftFinding(subject: Self.subject, signal: .cost, lack: "no reference yet")]
        #expect(board.state(of: Self.subject) == .notEnough)
        board.findings.append(Self.finding(.latency, .calm))
        #expect(board.state(of: Self.subject) == .calm)
        board.findings.append(Self.finding(.language, .alarm))
        #expect(board.state(of: Self.subject) == .alarm)
    }

    @Test(arguments: DriftSignal.usual + [.score("a:b"), .groundTruth("support@1")])
    func signalsAreFoundByName(signal: DriftSignal) { #expect(DriftSignal(signal.name) == signal) }

    @Test(arguments: [
        #"{"service": "bot", "reason": "x"}"#, #"{"environment": "prod", "service": "bot", "reason": " "}"#,
        #"{"environment": "prod", "service": "bot", "reason": "x", "side": "both"}"#,
        #"{"environment": "prod", "service": "bot", "reason": "x", "from": "2026-11-24T00:00:00Z"}"#,
        #"{"environment": "prod", "service": "bot", "reason": "x", "from": "2026-11-24T00:00:00Z", "to": "2026-11-24T00:10:00Z"}"#,
    ])
    func choicesThatSayTooLittleAreRefused(text: String) throws {
        let json = try JSON(parsing: text)
        #expect(throws: MalformedCommand.self) { try DriftReferenceDraft(json) }
    }

    @Test func choicesAreReadBack() throws {
        let draft = DriftReferenceDraft(
            subject: Self.subject, side: .input,
            interval: TimeRange(from: Timestamp(seconds: 3600), to: Timestamp(seconds: 36_000)), reason: "a good day")
        #expect(try DriftReferenceDraft(draft.json) == draft)
    }
}
