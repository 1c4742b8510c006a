import Domain
import Foundation
import Redaction
import Testing

/// What holds for the findings in any bytes.
@Suite struct DetectorPropertyTests {
    /// Pieces of what is looked for, whole and broken, from which texts are put together at random.
    static let pieces: [String] = [
        "a@b.io", "@", ".", "..", ":", "::", "-", "--", " ", "\n", "\\n", "\\u00e9", "\"", "+", "(", ")", "/", "é",
        "電話", "🙂", "\u{200B}",
        "4111 1111 1111 1111", "4111111111111111", "1", "12", "123", "1234", "12345678", "DE89",
        "DE89 3704 0044 0532 0130 00",
        "536-90-4399", "203.0.113.7", "2001:db8::1", "+49 30 901820", "phone ", "ssn ", "sk-", "AKIA",
        "J7QX2LMP4RSTUVWZ", "eyJ", "AIza",
        "AbCd3fGh1jKlMn0pQrStUvWxYz", "ghp_", "xoxb-", "SG.", "hf_", "-----BEGIN ", "PRIVATE KEY-----", "-----END ",
        "MIIEpAIB",
        "password", "secret", "token", "api_key", "key", "=", ": ", " is ", "hunter2-Correct", "Bearer ", "[REDACTED:",
        "email]", "e", "J",
    ]

    /// Texts made of the pieces; some are then broken into bytes that are no UTF-8.
    static func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            var bytes = Array(text.utf8)
            guard index.isMultiple(of: 4), !bytes.isEmpty else { return bytes }
            for _ in 0..<3 {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                bytes[at] = UInt8.random(in: .min ... .max, using: &random)
            }
            return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
        }
    }

    private static let detector = Detector()

    private func findings(_ bytes: [UInt8], _ detector: Detector = Self.detector) -> [Finding] {
        bytes.withUnsafeBytes(detector.findings(in:))
    }

    @Test func findingsAreInOrderWithinTheTextAndBetweenScalars() {
        for bytes in Self.texts(3_000, seed: 1) {
            let isText = String(validating: bytes, as: UTF8.self) != nil
            var last = 0
            for finding in findings(bytes) {
                #expect(
                    finding.range.lowerBound >= last && finding.range.upperBound <= bytes.count
                        && !finding.range.isEmpty)
                last = finding.range.upperBound
                guard isText else { continue }
                for end in [finding.range.lowerBound, finding.range.upperBound] where end < bytes.count {
                    #expect(bytes[end] & 0xC0 != 0x80, "\(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
    }

    @Test func whatIsFoundDoesNotDependOnOtherKinds() {
        // A detector of one kind finds at least what one of all kinds finds of it.
        let alone = SensitiveKind.allCases.map { Detector(kinds: SensitiveKinds($0)) }
        for bytes in Self.texts(1_500, seed: 2) {
            for finding in findings(bytes) {
                let found = findings(bytes, alone[finding.kind.priority])
                #expect(found.contains(finding), "\(finding) in \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test func allBytesAreTaken() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...64, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            for finding in findings(bytes) { #expect(finding.range.upperBound <= bytes.count) }
        }
        for piece in Self.pieces {
            let bytes = Array(piece.utf8)
            for end in 0...bytes.count {
                #expect(findings(Array(bytes[..<end])).allSatisfy { $0.range.upperBound <= end })
            }
        }
    }

    /// Repeating anything makes it no slower a byte: no rule looks at the same text again and again.
    @Test func timeGrowsWithLengthOnly() {
        for piece in Self.pieces + [
            "1 ", "1:", "a@", "token=", "eyJ.", "sk-", "1.1.", "-----BEGIN PRIVATE KEY-----\nA",
        ] {
            let bytes = Array(String(repeating: piece, count: 50_000 / max(1, piece.utf8.count)).utf8)
            let clock = ContinuousClock()
            let time = clock.measure { _ = findings(bytes) }
            // Milliseconds are usual; a square of the length would take minutes.
            #expect(time < .seconds(10), "\(piece): \(time)")
        }
    }
}
