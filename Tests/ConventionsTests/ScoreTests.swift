import Conventions
import Domain
import Testing

@Suite struct Scores {
    private let now = Timestamp(seconds: 100)

    @Test func openInferenceJudgementsAreScoresOfTheirSpan() throws {
        let span = try BatchBuilder.span([
            ("annotations.0.annotation.name", "helpful"), ("annotations.0.annotation.label", "yes"),
            ("annotations.0.annotation.annotator_kind", "HUMAN"),
            ("evaluations.7.evaluation.name", "faithfulness"), ("evaluations.7.evaluation.score", .number(0.5)),
            ("evaluations.7.evaluation.explanation", "half of it"), ("evaluations.7.evaluation.annotator_kind", "LLM"),
            ("evaluations.9.evaluation.score", 1), ("evaluations", "x"), ("evaluations.a", 1),
        ])
        let scores = Interpreter().scores(of: span, filedAt: now)
        #expect(scores.map(\.name) == ["faithfulness", "helpful"])
        #expect(scores.map(\.value) == [0.5, nil])
        #expect(scores.map(\.label) == [nil, "yes"])
        #expect(scores.map(\.source) == ["llm", "human"])
        #expect(scores.allSatisfy { $0.spanID == span.spanID && $0.traceID == span.traceID && $0.time == now })
    }

    @Test func evaluationEventsAreScores() throws {
        let attributes: BatchBuilder.Pairs = [
            ("gen_ai.evaluation.name", "user_feedback"), ("gen_ai.evaluation.score.value", 1),
            ("gen_ai.evaluation.score.label", "thumbs_up"), ("gen_ai.response.id", "resp-1"),
        ]
        let span = try BatchBuilder.span([], events: [.init(name: "gen_ai.evaluation.result", attributes: attributes)])
        let log = try BatchBuilder.log(
            "gen_ai.evaluation.result", attributes,
            resource: [("service.name", "bot"), ("deployment.environment", "prod")])
        let score = try #require(Interpreter().score(of: log, filedAt: now))
        #expect(score.value == 1)
        #expect(score.label == "thumbs_up")
        #expect(score.responseID == "resp-1")
        #expect(score.spanID == span.spanID)
        #expect(score.service == "bot")
        #expect(score.environment == "prod")
        #expect(Interpreter().scores(of: span, filedAt: now).map(\.name) == ["user_feedback"])
    }

    @Test func judgementsOfTracesAndSessionsNameNoSpan() throws {
        let span = try BatchBuilder.span([
            ("trace.annotations.0.annotation.name", "retrieval_quality"),
            ("trace.annotations.0.annotation.score", .number(0.92)),
            ("session.evaluations.3.evaluation.name", "coherence"),
            ("session.evaluations.3.evaluation.label", "coherent"), ("session.id", "s-1"),
        ])
        let scores = Interpreter().scores(of: span, filedAt: now)
        #expect(scores.map(\.name) == ["retrieval_quality", "coherence"])
        #expect(scores.map(\.value) == [0.92, nil])
        #expect(scores.allSatisfy { $0.traceID == span.traceID && $0.spanID == nil })
    }

    @Test func aSpanThatCarriesAJudgementPointsToWhatItJudges() throws {
        let judged = (TraceID(high: 7, low: 8), try #require(SpanID(9)))
        let attributes: BatchBuilder.Pairs = [
            ("evaluations.0.evaluation.name", "quality"), ("evaluations.0.evaluation.label", "bad"),
        ]
        let carrier = try BatchBuilder.span(attributes + [("openinference.span.kind", "EVALUATOR")], links: [judged])
        let carried = try #require(Interpreter().scores(of: carrier, filedAt: now).first)
        #expect(carried.traceID == judged.0 && carried.spanID == judged.1)
        let several = try BatchBuilder.span(attributes, links: [judged, judged])
        #expect(Interpreter().scores(of: several, filedAt: now).first?.spanID == several.spanID)
        let call = try BatchBuilder.span(attributes + [("openinference.span.kind", "LLM")], links: [judged])
        #expect(Interpreter().scores(of: call, filedAt: now).first?.spanID == call.spanID)
    }

    @Test func theAttributesOfASpanMayBeAJudgement() throws {
        let span = try BatchBuilder.span([
            ("gen_ai.operation.name", "evaluation"), ("gen_ai.evaluation.name", "toxicity"),
            ("gen_ai.evaluation.score.value", .number(0.25)),
        ])
        let scores = Interpreter().scores(of: span, filedAt: now)
        #expect(scores.map(\.name) == ["toxicity"])
        #expect(scores.first?.value == 0.25)
        #expect(scores.first?.spanID == span.spanID)
    }

    @Test func aJudgeThatFailedGivesNoValue() throws {
        let failed = try BatchBuilder.log(
            "gen_ai.evaluation.result", [("gen_ai.evaluation.name", "quality"), ("error.type", "RuntimeError")])
        let score = try #require(Interpreter().score(of: failed, filedAt: now))
        #expect(score.value == nil)
        #expect(score.errorType == "RuntimeError")
        let notANumber = try BatchBuilder.log(
            "gen_ai.evaluation.result",
            [("gen_ai.evaluation.name", "quality"), ("gen_ai.evaluation.score.value", .number(.nan))])
        #expect(Interpreter().score(of: notANumber, filedAt: now)?.value == nil)
    }

    @Test func whatNamesNothingIsNoScore() throws {
        let nameless = try BatchBuilder.log("gen_ai.evaluation.result", [("gen_ai.evaluation.score.value", 1)])
        #expect(Interpreter().score(of: nameless, filedAt: now) == nil)
        let other = try BatchBuilder.log("gen_ai.choice", [("gen_ai.evaluation.name", "x")])
        #expect(Interpreter().score(of: other, filedAt: now) == nil)
    }

    @Test func ordinaryLinesOfALogAreNotKept() throws {
        let interpreter = Interpreter()
        #expect(interpreter.keeps(try BatchBuilder.log("gen_ai.user.message", hasSpan: false)))
        #expect(interpreter.keeps(try BatchBuilder.log("", [("event.name", "gen_ai.choice")], hasSpan: false)))
        #expect(interpreter.keeps(try BatchBuilder.log("", body: "of a span")))
        #expect(!interpreter.keeps(try BatchBuilder.log("", body: "started", hasSpan: false)))
    }
}
