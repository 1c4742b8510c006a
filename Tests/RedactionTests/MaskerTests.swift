import Domain
import Redaction
import Testing

@Suite struct MaskerTests {
    private func masked(_ text: String, quotesMarks: Bool = true) -> String? {
        var counts = RedactionCounts()
        let bytes = Array(text.utf8).withUnsafeBytes {
            Masker(Detector(), quotesMarks: quotesMarks).masked($0, counts: &counts)
        }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("mail jane@example.com now", "mail [REDACTED:email] now"),
        ("{\"n\": 4111111111111111, \"m\": 1}", "{\"n\": \"[REDACTED:card]\", \"m\": 1}"),
        ("{\\\"n\\\":4111111111111111}", "{\\\"n\\\":\\\"[REDACTED:card]\\\"}"),
        ("I am [REDACTED:card]", "I am “[REDACTED:card]”"),
        (
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0==\n-----END PRIVATE KEY-----\nand on",
            "[REDACTED:private_key]\nand on"
        ),
        ("\"-----BEGIN RSA PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEF\", 1", "\"[REDACTED:private_key]\", 1"),
    ])
    func marksStandInPlaceOfWhatWasTakenOut(text: String, expected: String) {
        #expect(masked(text) == expected)
    }

    @Test func whatIsCleanStays() {
        #expect(masked("How do I reset my router?") == nil)
        #expect(masked("“[REDACTED:card]”") == nil)
    }

    @Test func maskingAgainChangesNothing() {
        for bytes in DetectorPropertyTests.texts(3_000, seed: 7) {
            let text = String(decoding: bytes, as: UTF8.self)
            guard let once = masked(text, quotesMarks: false) else { continue }
            #expect(masked(once, quotesMarks: false) == nil, "\(text) → \(once)")
        }
    }

    @Test func countsSayHowOftenByKind() {
        var counts = RedactionCounts()
        _ = Array("a@b.io c@d.io 4111111111111111".utf8).withUnsafeBytes {
            Masker(Detector()).masked($0, counts: &counts)
        }
        #expect(counts[.email] == 2 && counts[.card] == 1 && counts.total == 3)
    }
}
