import Domain
import NIOHTTP1

/// Judgements as Langfuse's clients send them, turned into the log records in which OpenTelemetry says the same.
struct LangfuseScores {
    /// What became of one of them.
    private struct Outcome {
        var id: String
        /// Why it is not stored; nil when it is, or need not be.
        var fault: String?
    }

    /// An `ExportLogsServiceRequest` in JSON with those that can be stored; nil when there are none.
    let logs: [UInt8]?
    private let outcomes: [Outcome]
    private let isIngestion: Bool

    /// The judgements of a body of `POST /api/public/scores`: one, or a list.
    init(scores bytes: [UInt8]) throws(Refusal) {
        let json = try LangfuseScores.read(bytes)
        self.init((json.array ?? [json]).map { ($0["id"]?.string, $0, nil) }, isIngestion: false)
    }

    /// The judgements among the events of `POST /api/public/ingestion`. Other events are taken for stored: what they say comes as
    /// spans, too.
    init(ingestion bytes: [UInt8]) throws(Refusal) {
        guard let batch = try LangfuseScores.read(bytes)["batch"]?.array else {
            throw .invalid("the body has no list 'batch'")
        }
        let events = batch.map { event in
            (
                event["id"]?.string, event["type"]?.string == "score-create" ? event["body"] ?? .null : nil,
                event["timestamp"]
            )
        }
        self.init(events, isIngestion: true)
    }

    private init(_ scores: [(id: String?, body: JSON?, time: JSON?)], isIngestion: Bool) {
        var (records, outcomes): ([JSON], [Outcome]) = ([], [])
        for score in scores {
            var outcome = Outcome(id: score.id ?? "")
            if let body = score.body {
                do throws(Fault) {
                    records.append(try LangfuseScores.record(body, time: score.time))
                } catch {
                    outcome.fault = error.reason
                }
            }
            outcomes.append(outcome)
        }
        logs = records.isEmpty ? nil : Array(JSON.object([.init("resourceLogs", .array(records))]).text.utf8)
        (self.outcomes, self.isIngestion) = (outcomes, isIngestion)
    }

    /// What the client is told when those that can be stored are.
    var answer: Answer {
        let faults = outcomes.compactMap(\.fault)
        if isIngestion {
            let successes = outcomes.filter { $0.fault == nil }.map { ["id": .string($0.id), "status": 201] as JSON }
            let errors = outcomes.compactMap { outcome in
                outcome.fault.map { ["id": .string(outcome.id), "status": 400, "message": .string($0)] as JSON }
            }
            return .json(["successes": .array(successes), "errors": .array(errors)], status: .multiStatus)
        }
        guard faults.isEmpty else {
            return .json(
                [
                    "accepted": .integer(Int64(outcomes.count - faults.count)),
                    "rejected": .integer(Int64(faults.count)),
                    "errors": .array(faults.map { ["message": .string($0)] }),
                ], status: .multiStatus)
        }
        return .json(["message": "Accepted", "id": .string(outcomes.first?.id ?? "")], status: .accepted)
    }

    private struct Fault: Error { var reason: String }

    private static func read(_ bytes: [UInt8]) throws(Refusal) -> JSON {
        do throws(JSONError) { return try JSON(parsing: bytes) } catch { throw .invalid("the body is not JSON") }
    }

    /// One judgement as `ResourceLogs`.
    private static func record(_ score: JSON, time: JSON?) throws(Fault) -> JSON {
        guard let name = score["name"]?.string, !name.isEmpty else { throw Fault(reason: "a score needs a name") }
        guard let trace = score["traceId"]?.string.flatMap({ TraceID(hex: $0) }) else {
            throw Fault(reason: "a score needs a traceId of 32 hexadecimal digits")
        }
        var attributes = [attribute("gen_ai.evaluation.name", ["stringValue": .string(name)])]
        switch score["value"] {
        case .bool(let value): attributes.append(attribute(valueKey, ["doubleValue": .number(value ? 1 : 0)]))
        case .string(let label): attributes.append(attribute(labelKey, ["stringValue": .string(label)]))
        case let value?:
            guard let number = value.double else { throw Fault(reason: "the value of a score is a number or a text") }
            attributes.append(attribute(valueKey, ["doubleValue": .number(number)]))
        case nil: throw Fault(reason: "a score needs a value")
        }
        if let comment = score["comment"]?.string {
            attributes.append(attribute("gen_ai.evaluation.explanation", ["stringValue": .string(comment)]))
        }
        var record: [JSON.Member] = [
            .init("eventName", "gen_ai.evaluation.result"), .init("traceId", .string(trace.description)),
            .init("attributes", .array(attributes)),
        ]
        if let observation = score["observationId"]?.string {
            guard let span = SpanID(hex: observation) else {
                throw Fault(reason: "an observationId has 16 hexadecimal digits")
            }
            record.append(.init("spanId", .string(span.description)))
        }
        let said = (score["timestamp"] ?? time)?.string.flatMap { Timestamp(rfc3339: $0) }
        if let said { record.append(.init("timeUnixNano", .string(String(said.nanoseconds)))) }
        let environment = score["environment"]?.string.map {
            attribute("deployment.environment.name", ["stringValue": .string($0)])
        }
        return [
            "resource": ["attributes": .array([environment].compactMap(\.self))],
            "scopeLogs": [["logRecords": [.object(record)]]],
        ]
    }

    private static let valueKey = "gen_ai.evaluation.score.value"
    private static let labelKey = "gen_ai.evaluation.score.label"

    private static func attribute(_ key: String, _ value: JSON) -> JSON { ["key": .string(key), "value": value] }
}
