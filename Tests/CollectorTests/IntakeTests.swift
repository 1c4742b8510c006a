import Conventions
import Domain
import Pricing
import Redaction
import Testing
import Wire

@testable import Collector

@Suite struct IntakeTests {
    static let received = Timestamp(seconds: 1_800_000_000)
    private func telemetry(_ spans: [[UInt8]]) throws -> Telemetry {
        let price = try Price(model: "gpt-4o", standard: PriceSchedule(Rates(input: 2, output: 10)))
        let intake = Intake(
            interpreter: Interpreter(), prices: PriceTable([price]), redaction: RedactionPolicy(), retention: .days(30))
        return intake.telemetry(of: try OTLP.traces(protobuf: OTLPBody.request(spans)), received: Self.received)
    }

    @Test("a call is understood, filed and priced")
    func call() throws {
        let start = UInt64(Self.received.nanoseconds) - 2_000_000_000
        let observation = try #require(
            try telemetry([OTLPBody.span(start: start, end: start + 1_000_000_000)]).spans.first)
        #expect(observation.call.service == "bot")
        #expect(observation.call.operation == .chat)
        #expect(observation.call.usage.input == 12)
        // 12 tokens at 2 $ and 34 at 10 $ a million
        #expect(observation.computedCost == Money(nanodollars: 12 * 2_000 + 34 * 10_000))
        #expect(observation.duration == .seconds(1))
        #expect(observation.flags == [])
    }

    @Test("flags of the wire, of the conventions and of the times come together")
    func flags() throws {
        let odd = OTLPBody.attribute("gen_ai.usage.input_tokens", -5)
        let observation = try #require(try telemetry([OTLPBody.span(start: 0, end: 0, extra: odd)]).spans.first)
        #expect(observation.flags.contains(.time))
        #expect(observation.flags.contains(.duplicateKey))
        #expect(observation.start == Self.received)
    }

    @Test("a model without a price costs nothing known, never 0")
    func unpriced() throws {
        let price = try Price(model: "other", standard: PriceSchedule(Rates(input: 2, output: 10)))
        let intake = Intake(
            interpreter: Interpreter(), prices: PriceTable([price]), redaction: RedactionPolicy(), retention: .days(30))
        let batch = try OTLP.traces(protobuf: OTLPBody.request(OTLPBody.recent([1])))
        #expect(intake.telemetry(of: batch, received: Self.received).spans.first?.computedCost == nil)
    }
}
