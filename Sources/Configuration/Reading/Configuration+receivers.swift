import Domain
import Outbound
import Yams

extension Field where Target == AlertSettings {
    /// Who is told of alerts.
    static var receivers: Field {
        .list(
            "receivers", \.receivers, .receivers,
            sample: [
                "receivers:", "  - name: oncall", "    webhook:", "      url: https://pager.example.com/headframe",
                "      secret_file: /etc/headframe/oncall.secret", "    severities: [page]", "  - name: chat",
                "    slack: {url_file: /etc/headframe/slack.url}", "  - name: alertmanager",
                "    alertmanager: {url: \"http://127.0.0.1:9093\"}", "  - name: horn",
                "    command: [/usr/local/bin/horn, --loud]",
            ],
            "Who is told of alerts, each with one of webhook (JSON, signed with the secret), slack (a text, also for Mattermost),\n"
                + "alertmanager (API version 2 of Prometheus Alertmanager) and command (JSON on standard input, no shell). Rules\n"
                + "name receivers; a rule that names none tells all. Files with a url or a secret must be readable by their owner\n"
                + "alone. allow_addresses names private networks that the url may lead to. Read again on SIGHUP.")
    }
}

extension ListSchema<ReceiverSettings> {
    fileprivate static var receivers: ListSchema {
        let server: [Field<ServerDraft>] = [
            .value("url", \.url, .optionalText, "Where to post."),
            .value("url_file", \.urlFile, .optionalText, "A file that holds the url."),
            .value("allow_addresses", \.addresses, .addressRanges, "Private networks that the url may lead to."),
        ]
        let secret = Field<ServerDraft>.value(
            "secret_file", \.secretFile, .optionalText, "A file that holds the secret of signatures.")
        let schema = Schema<ReceiverDraft>(
            .value("name", \.name, .text, "By which rules name it."),
            .section("webhook", \.webhook, Schema(server + [secret]), "JSON is posted."),
            .section("slack", \.slack, Schema(server), "A text is posted."),
            .section("alertmanager", \.alertmanager, Schema(server), "Alerts are posted."),
            .value("command", \.command, .texts, "A program is run."),
            .value("severities", \.severities, .severities, "It is told of these only."))
        return ListSchema(schema, new: ReceiverDraft(), name: \.name, limit: 32) { draft throws(ReceiverError) in
            try draft.receiver()
        }
    }
}

extension ValueKind<Set<AlertSeverity>> {
    fileprivate static var severities: ValueKind {
        let names = AlertSeverity.allCases.map(\.rawValue).joined(separator: ", ")
        return ValueKind(
            expected: "a list of severities among \(names)",
            read: { node in
                guard let sequence = node.sequence else { return nil }
                let severities = sequence.compactMap { $0.scalar.flatMap { AlertSeverity(rawValue: $0.string) } }
                return severities.count == sequence.count ? Set(severities) : nil
            },
            write: { "[" + $0.sorted().map(\.rawValue).joined(separator: ", ") + "]" })
    }
}

extension ValueKind<[AddressRange]> {
    static var addressRanges: ValueKind {
        ValueKind(
            expected: "a list of networks, such as [10.1.0.0/16, \"fd00::/8\"]",
            read: { node in
                guard let sequence = node.sequence else { return nil }
                let ranges = sequence.compactMap { $0.scalar.flatMap { AddressRange($0.string) } }
                return ranges.count == sequence.count ? ranges : nil
            },
            write: { _ in "[]" })
    }
}
