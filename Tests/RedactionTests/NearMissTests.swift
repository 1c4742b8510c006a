import Domain
import Redaction
import Testing

/// What looks like something that may not be kept, and is not.
@Suite struct NearMissTests {
    @Test(arguments: [
        "at 1748503543012345678 ns", "2026-11-24T10:36:00.123456Z", "550e8400-e29b-41d4-a716-446655440000",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7", "order ORD-4111111111111111",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "3.4111111111111111", "€ 1.299,00",
        "[0.0123456789, -0.9876543210123456, 4.1e-05, 4111111111111111.5]", "4096 4111 1111 1111 1111 8192",
        "call 2026-11-24", "call me on 24.11.2026 at 10:30", "call cost 1 000 000", "phone 799.99", "1-800-FLOWERS",
        "x[1::2]", "std::vector<a::b>", "00:1A:2B:3C:4D:5E", "12:30:45.123", "v1.2.3.4", "release: 10.0.0.1",
        "build number 10.20.30.40", "1.3.6.1.4.1", "127.0.0.1", "0.0.0.0", "::1", "::", "foo-1.2.3.4.tar.gz",
        "icon@2x.png", "lodash@4.17.21", "pkg@1.2.beta", "@Override", "user@localhost", "a@b.c1",
        "sk-learn-tutorial-for-beginners-2024", "AKIAAAAAAAAAAAAAAAAA", "ghp_short", "task-proj-AbCd3fGh1jKlMn0pQrStUv",
        "eyJhbGci.eyJzdWI", "eyJ.a.b", "-----BEGIN CERTIFICATE-----", "{\"token\": \"information\", \"logprob\": -0.1}",
        "max_tokens: 12345678", "token: 12345678", "password=os.environ[\"DB_PASSWORD\"]", "api_key=settings.api_key",
        "secret: ${VAULT_SECRET_1}", "token = get_token(request1)", "password: <your-password-1>", "password: ********",
        "the token is invalid.", "password: required!", "DE89370400440532013001", "XX89370400440532013000",
        "078-05-1120", "000-12-3456", "666-12-3456", "912-12-3456", "536-00-4399", "536-90-0000", "1536-90-4399",
        "bearer of good news", "Authorization: Bearer authentication-scheme", "1111111111111111", "+02:00",
        "2^+12345678x",
    ])
    func isLeftAlone(text: String) {
        #expect(Detector().findings(in: text).isEmpty, "\(Detector().findings(in: text))")
    }

    @Test(arguments: [
        ("{\\\"to\\\": \\\"jane@example.com\\\"}", SensitiveKind.email), ("line\\njane@example.com", .email),
        ("\\u003cjane@example.com\\u003e", .email), ("git@github.com:org/repo", .email), ("'jane@163.com'", .email),
        ("paid with\\n4111 1111 1111 1111", .card), ("1 4111 1111 1111 1111 12/27", .card),
        ("#4242424242424242.", .card),
        ("\"card\": 4111111111111111,", .card), ("(3056 930902 5904)", .card), ("GB82 WEST 1234 5698 7654 32.", .iban),
        ("\\nDE89370400440532013000", .iban), ("his 536-90-4399, hers", .ssn), ("social security no 536 90 4399", .ssn),
        ("http://203.0.113.7:8080/", .ipv4), ("203.0.113.7.", .ipv4), ("[2001:db8::1]:443", .ipv6),
        ("fe80::1%eth0", .ipv6), ("2001:0db8:85a3:0000:0000:8a2e:0370:7334", .ipv6), ("+1 415 555 2671", .phone),
        ("+49 (0)30 901820", .phone), ("+44 20 7946 0958.", .phone), ("1-415-555-2671", .phone),
        ("415.555.2671", .phone),
        ("teléfono 612 345 678", .phone), ("call (030) 901820", .phone), ("+1.4155552671", .phone),
        ("AKIA1234567890ABCDEF", .apiKey), ("glpat-AbCd3fGh1jKlMn0pQrSt", .apiKey),
        ("SG.AbCd3fGh1jKlMn0pQrStUv.AbCd3fGh1jKlMn0pQrStUvWxYzAbCd3fGh1jKlMn0pQ", .apiKey),
        ("AIzaSyA1b2C3d4E5f6G7h8I9j0KlMnOpQrStUvW", .apiKey), ("github_pat_11ABCDEFG0abcdefghijkl_mnop", .apiKey),
        ("hf_ing_a1b2c3d4_0123456789abcdefghijABCDEFGHIJ0123456789abc_f00ba4", .apiKey),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", .privateKey), ("-----BEGIN PGP PRIVATE KEY BLOCK-----", .privateKey),
        ("\\\"password\\\": \\\"hunter2-Correct\\\"", .secretAssignment),
        ("?api_key=a1b2c3d4e5f6&x=1", .secretAssignment),
        ("DB_PASSWORD=Tr0ub4dor&3", .secretAssignment), ("accessToken: 'q9w8e7r6t5'", .secretAssignment),
        ("Authorization: Bearer a1b2c3d4e5f6g7h8i9", .bearer),
    ])
    func isFound(text: String, kind: SensitiveKind) {
        #expect(Detector().findings(in: text).map(\.kind) == [kind], "\(text)")
    }
}
