import Domain
import Storage
import Testing

@testable import Collector

/// When a receiver is tried again.
@Suite struct DeliveryPlanTests {
    @Test("five attempts, with pauses that grow from a second to five minutes and differ by chance")
    func pauses() {
        let longest = (1...4).map { RetryPause.length(afterFailed: $0, chance: 1) }
        #expect(longest == [.seconds(1), .seconds(7), .seconds(49), .seconds(300)])
        #expect(RetryPause.length(afterFailed: 1, chance: 0) == .milliseconds(500))
        #expect(RetryPause.length(afterFailed: 5, chance: 0.5) == nil)
        #expect(RetryPause.length(afterFailed: .max, chance: 0.5) == nil)
    }

    @Test("after five failures in a row nothing is tried for a minute; one success and all is well")
    func circuit() {
        let now = ContinuousClock.now
        var breaker = CircuitBreaker()
        for _ in 0..<4 { breaker.failed(at: now) }
        #expect(breaker.openUntil == nil)
        breaker.failed(at: now)
        #expect(breaker.openUntil == now + .seconds(60))
        breaker.failed(at: now + .seconds(60))
        #expect(breaker.openUntil == now + .seconds(120))
        breaker.succeeded()
        #expect(breaker.openUntil == nil)
    }

    @Test("a receiver is left alone for as long as it asks, but not for ever")
    func retryAfter() {
        let delivery = Delivery(unqueued: TestReceiver.notification(), to: "oncall")
        var plan = DeliveryPlan()
        let now = ContinuousClock.now
        let busy = DeliveryFailure("answered 429", retryAfter: .seconds(30))
        #expect(plan.failed(delivery, busy, at: now, chance: 1) == .seconds(30))
        #expect(plan.due(delivery, at: now, SystemClock().now()) == now + .seconds(30))
        let rude = DeliveryFailure("answered 429", retryAfter: .seconds(86_400))
        #expect(plan.failed(delivery, rude, at: now, chance: 1) == .seconds(300))
        plan.succeeded()
        #expect(plan.due(delivery, at: now, SystemClock().now()) == now)
    }
}
