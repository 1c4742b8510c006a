import Configuration
import Domain
import Outbound
import Testing

/// Who is told of alerts, as the configuration says it.
@Suite struct ReceiverTests {
    private func receivers(_ lines: String) throws -> [ReceiverSettings] {
        let list = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
        return try Configuration(parsing: "alerts:\n  receivers:\n\(list)").alerts.receivers
    }

    @Test("the four kinds are read")
    func kinds() throws {
        let url = try #require(WebAddress("https://pager.example.com/headframe"))
        let local = try #require(WebAddress("http://127.0.0.1:9093"))
        let network = try #require(AddressRange("10.1.0.0/16"))
        #expect(
            try receivers(
                """
                - name: oncall
                  webhook:
                    url: https://pager.example.com/headframe
                    secret_file: /etc/headframe/secret
                    allow_addresses: [10.1.0.0/16]
                  severities: [page]
                - {name: chat, slack: {url_file: /etc/headframe/slack}}
                - {name: prometheus, alertmanager: {url: "http://127.0.0.1:9093"}}
                - {name: horn, command: [/usr/local/bin/horn, --loud]}
                """) == [
                    ReceiverSettings(
                        name: "oncall",
                        channel: .webhook(
                            .init(.url(url), allowedAddresses: [network]), secretFile: "/etc/headframe/secret"),
                        severities: [.page]),
                    ReceiverSettings(name: "chat", channel: .slack(.init(.file("/etc/headframe/slack")))),
                    ReceiverSettings(name: "prometheus", channel: .alertmanager(.init(.url(local)))),
                    ReceiverSettings(name: "horn", channel: .command(["/usr/local/bin/horn", "--loud"])),
                ])
    }

    @Test(
        "mistakes are named",
        arguments: [
            ("- {name: a}", "one of webhook, slack, alertmanager and command"),
            ("- {name: a, command: [/a], slack: {url: \"https://b\"}}", "and only one"),
            ("- {name: a b, command: [/a]}", "name must be"), ("- {name: a/b, command: [/a]}", "name must be"),
            ("- {command: [/a]}", "name must be"), ("- {name: a, command: [a]}", "absolute path"),
            ("- {name: a, slack: {url: \"http://example.com/\"}}", "an https:// URL"),
            ("- {name: a, slack: {url: \"ftp://example.com/\"}}", "an https:// URL"),
            ("- {name: a, slack: {url: \"https://user:pass@example.com/\"}}", "an https:// URL"),
            ("- {name: a, slack: {url: \"https://b\", url_file: /c}}", "one of url and url_file"),
            ("- {name: a, slack: {url_file: c}}", "absolute path"),
            ("- {name: a, slack: {url: \"https://b\", secret_file: /c}}", "unknown key secret_file"),
            ("- {name: a, webhook: {url: \"https://b\", allow_addresses: [10.0.0.0/99]}}", "a list of networks"),
            ("- {name: a, command: [/a], severities: [loud]}", "a list of severities among warn, page"),
            ("- {name: a, command: [/a], severities: []}", "must not be empty"),
            ("- {name: a, command: [/a]}\n- {name: a, command: [/b]}", "the name a stands more than once"),
        ])
    func mistakes(_ lines: String, _ message: String) {
        let error = #expect(throws: ConfigurationError.self) { try receivers(lines) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.problems.first?.line != nil)
    }

    @Test(
        "which URLs are this machine",
        arguments: [
            ("http://localhost:1/x", true), ("http://127.0.0.1", true), ("http://[::1]:9093/", true),
            ("https://LOCALHOST/", true), ("https://example.com:8443/a?b#c", false), ("https://10.0.0.1/", false),
        ])
    func addresses(text: String, isLoopback: Bool) {
        #expect(WebAddress(text)?.isLoopback == isLoopback)
        #expect(WebAddress(text)?.description == text)
    }

    @Test(
        "what is no URL that may be spoken to",
        arguments: [
            "", "https://", "http://10.0.0.1/", "http://localhost.example.com/", "http://127.0.0.1@example.com/",
            "https://a b/", "https://a\n/", "https://ä.example/", "https://a:99999/", "https://[::1/", "https://a:b/",
            "file:///etc/passwd", "HTTP:example",
        ])
    func noAddresses(text: String) {
        #expect(WebAddress(text) == nil)
    }
}
