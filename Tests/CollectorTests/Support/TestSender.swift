import Domain
import Glibc

/// A client that sends spans with long contents, and remembers those that were acknowledged.
struct TestSender {
    private let port: Int
    private let moment = SystemClock().now()
    private var next: UInt64 = 1
    private(set) var acknowledged: [UInt64] = []
    /// The longest time that an answer took.
    private(set) var slowest = Duration.zero

    init(port: Int) { self.port = port }

    /// Sends ten spans, some 80 kB that cannot be compressed much.
    mutating func send() throws -> RawClient.Answer {
        let ids = Array(next..<(next + 10))
        next += 10
        let text = (0..<500).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        let extra = OTLPBody.attribute("gen_ai.input.messages", text)
        let body = OTLPBody.request(OTLPBody.recent(ids, before: moment, extra: extra))
        let start = ContinuousClock.now
        let client = try RawClient(port: port)
        client.send(HTTPText.post("/v1/traces", body))
        guard let answer = try client.answer() else { throw RawClient.Failure(what: "no answer") }
        slowest = max(slowest, ContinuousClock.now - start)
        if answer.status == 200 { acknowledged += ids }
        return answer
    }

    /// Sends until it is taken; fails when it is not within five seconds.
    mutating func sendUntilTaken() throws {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(5) {
            if (try? send())?.status == 200 { return }
            poll(nil, 0, 20)
        }
        throw NeverHappened()
    }

    /// Sends until ten requests in a row are told to come again, and returns the last answer. One alone says little: the store gives
    /// some space back when there is no other.
    mutating func sendUntilRefused() throws -> RawClient.Answer {
        var refused = 0
        for _ in 0..<2_000 {
            let answer = try send()
            guard answer.status == 503 || answer.status == 200 else {
                throw RawClient.Failure(what: "answered \(answer.status)")
            }
            refused = answer.status == 503 ? refused + 1 : 0
            if refused == 10 { return answer }
        }
        throw NeverHappened()
    }

    /// A request with all spans that were acknowledged.
    var everything: [UInt8] {
        HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent(acknowledged, before: moment)))
    }
}
