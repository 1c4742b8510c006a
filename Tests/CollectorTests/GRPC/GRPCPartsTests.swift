import NIOCore
import Testing

@testable import Collector

/// The small parts of which the port of gRPC is made.
@Suite struct GRPCPartsTests {
    @Test(
        "timeouts",
        arguments: [
            ("1S", TimeAmount.seconds(1)), ("250m", .milliseconds(250)), ("7u", .microseconds(7)),
            ("9n", .nanoseconds(9)),
            ("2M", .minutes(2)), ("1H", .hours(1)), ("99999999H", .hours(1)), ("00000001S", .seconds(1)), ("", nil),
            ("S", nil), ("1", nil), ("1s", nil), ("-1S", nil), ("+1S", nil), ("1 S", nil), ("123456789S", nil),
            ("١S", nil), ("1\u{301}S", nil),
        ])
    func timeouts(_ text: String, _ expected: TimeAmount?) { #expect(GRPCTimeout.read(text) == expected) }

    @Test(
        "base 64 without padding (RFC 4648, 10)",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"), ("\u{FF}", "w78"),
        ])
    func base64(_ text: String, _ expected: String) { #expect(Base64.encode(Array(text.utf8)) == expected) }

    @Test("messages are percent-encoded where they must be")
    func percentEncoding() {
        #expect(PercentEncoding.encode("a ~é%\n\u{7F}") == "a ~%C3%A9%25%0A%7F")
    }

    @Test("a message is found in any pieces, and no byte beyond it", arguments: UInt64(0)..<40)
    func pieces(_ seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let content = (0..<Int.random(in: 0...60, using: &generator)).map { UInt8($0) }
        let extra = Bool.random(using: &generator) ? [UInt8(9)] : []
        var message = GRPCMessage(limit: 60)
        var rest = (HTTP2Client.message(content, flag: 1) + extra)[...]
        var found: [UInt8] = []
        do throws(GRPCStatus) {
            while !rest.isEmpty {

                let part = rest.prefix(Int.random(in: 0...9, using: &generator))
                rest = rest.dropFirst(part.count)
                found += try message.content(of: ByteBuffer(bytes: part).readableBytesView)
            }
            #expect(extra.isEmpty)
            #expect(message.isComplete)
            #expect(message.isCompressed)
            #expect(found == content)
        } catch {
            #expect(!extra.isEmpty)
            #expect(error.code == .invalidArgument)
        }
    }

    @Test("pings that come slowly never add up")
    func slowPings() {
        let limits = GRPCLimits()
        var pings = PingLimit(limits)
        var now = NIODeadline.now()
        for _ in 0..<100 {
            let isAdmitted = pings.admit(at: now)
            #expect(isAdmitted)
            now = now + limits.pingTime
        }
        let early = (0...limits.pings).map { _ in pings.admit(at: now + .nanoseconds(-1)) }
        #expect(early.dropLast().allSatisfy { $0 } && early.last == false)
        pings.answered()
        let isForgiven = pings.admit(at: now)
        #expect(isForgiven)
    }
}
