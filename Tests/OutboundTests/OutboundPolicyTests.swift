import TestSupport
import Testing

@testable import Outbound

@Suite struct OutboundPolicyTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255", "192.168.1.1", "192.0.0.8", "198.18.0.1", "198.19.255.255", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1",
        "64:ff9b::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b:1::7f00:1", "64:ff9b:1:ffff::1", "2002::",
        "2002:7f00:1::1", "2002:a9fe:a9fe::1", "2002:ffff::1", "2001::1", "2001:0:7f00:1::1", "2001:0:ffff::1",
        "::127.0.0.1",
        "::169.254.169.254",
    ])
    func refusesWhatIsNotPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!OutboundPolicy.judge.allows(address, scheme: .https))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:1::1", "2001:200::1", "2003::1",
        "64:ff9b:2::1", "2001:4860:4860::8888", "fbff::1", "fe7f::1",
    ])
    func allowsWhatIsPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(OutboundPolicy.judge.allows(address, scheme: .https))
        #expect(!OutboundPolicy.judge.allows(address, scheme: .http), "clear text stays on this machine")
    }

    @Test func theAllowListOpensWhatItNamesAndNoMore() throws {
        var policy = OutboundPolicy.judge
        policy.allowedAddresses = [try #require(AddressRange("10.20.0.0/16"))]
        #expect(policy.allows(try #require(IPAddress("10.20.255.1")), scheme: .https))
        #expect(!policy.allows(try #require(IPAddress("10.21.0.1")), scheme: .https))
        #expect(!policy.allows(try #require(IPAddress("10.20.0.1")), scheme: .http))
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "::/129", "10.0.0.0/", "", "/8", "localhost"])
    func rangesThatAreNone(text: String) { #expect(AddressRange(text) == nil) }

    @Test func aRangeOfNoBitsHoldsEveryAddressOfItsKind() throws {
        #expect(try #require(AddressRange("0.0.0.0/0")).contains(try #require(IPAddress("255.1.2.3"))))
        #expect(!(try #require(AddressRange("0.0.0.0/0")).contains(try #require(IPAddress("::1")))))
        #expect(try #require(AddressRange("::/0")).contains(try #require(IPAddress("ffff::"))))
    }

    @Test(arguments: ["1.2.3.4", "255.255.255.255", "2001:db8::5", "::", "::ffff:1.2.3.4"])
    func addressesReadAndWriteTheSame(text: String) throws {
        #expect(try #require(IPAddress(text)).description == text)
    }

    @Test func theAddressIsCheckedWhereItIsConnectedTo() throws {
        let server = try LocalServer { $0.answer("never") }
        defer { server.stop() }
        let strict = OutboundClient(policy: .webhook)
        #expect(throws: OutboundError.addressNotAllowed("127.0.0.1")) {
            try strict.send(HTTPRequest(.get, "https://127.0.0.1:\(server.port)/"))
        }
        // A name is no way around, for what counts is where it leads.
        #expect(throws: OutboundError.self) {
            try strict.send(HTTPRequest(.get, "https://localhost:\(server.port)/"))
        }
        #expect(server.connections == 0)
    }

    @Test(arguments: ["http://127.0.0.1/", "HTTP://example.com/"])
    func clearTextNeedsLeave(url: String) {
        #expect(throws: OutboundError.protocolNotAllowed("http")) {
            try OutboundClient(policy: .webhook).send(HTTPRequest(.get, url))
        }
    }

    @Test(arguments: [
        "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.com/", "127.0.0.1", "", "http:/x", "http://a b/",
        "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/\0",
    ])
    func urlsThatAreRefused(url: String) throws {
        let error = #expect(throws: OutboundError.self) {
            try OutboundClient(policy: OutboundPolicy.webhook.allowingLoopback).send(HTTPRequest(.get, url))
        }
        guard case .invalidRequest = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [("X", "a\r\nY: b"), ("X\r\nY", "b"), ("", "b"), ("X:", "b"), ("X", "a\0")])
    func headerFieldsCannotSmuggleOthers(name: String, value: String) {
        #expect(throws: OutboundError.self) {
            try OutboundClient(policy: OutboundPolicy.webhook.allowingLoopback).send(
                HTTPRequest(.get, "http://127.0.0.1:1/", headers: [HTTPHeader(name, value)]))
        }
    }
}
