import Domain

/// Says who wrote a body and when: `t=` the seconds since 1970, `v1=` the HMAC-SHA256 of those digits, a dot and the body, in
/// hexadecimal. A receiver compares it with its own and refuses old ones, so that nobody can send what was caught on the way again.
struct WebhookSignature {
    let text: String

    init(secret: String, at time: Timestamp, body: [UInt8]) {
        let seconds = String(time.floored(to: .seconds(1)).nanoseconds / 1_000_000_000)
        let code = HMACSHA256(key: Array(secret.utf8)).code(Array(seconds.utf8) + [UInt8(ascii: ".")] + body)
        text = "t=\(seconds),v1=\(Hexadecimal.text(code))"
    }
}
