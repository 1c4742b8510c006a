import Configuration
import Domain
import Storage
import Wording

/// Posts a notification as a text, as incoming webhooks of Slack, Mattermost and their like take it.
struct SlackChannel: DeliveryChannel {
    private let poster: Poster

    init(_ server: ReceiverSettings.Server) { poster = Poster(server) }

    func deliver(_ delivery: Delivery, timeout: Duration) throws(DeliveryFailure) {
        let lines = delivery.notification.message.map(Self.escaped)
        let text = lines.prefix(1) + lines.dropFirst().map { "• " + $0 }
        try poster.post(["text": .string(text.joined(separator: "\n"))], timeout: timeout) { _ in [] }
    }

    func check() throws(DeliveryFailure) { _ = try poster.address() }

    func close() { poster.close() }

    /// A line in which a name can neither mention people nor make links: `&`, `<` and `>` as Slack wants them written, and a mark of no
    /// width behind `@`, at which Mattermost looks for names. Longer ones are cut.
    static func escaped(_ line: String) -> String {
        var text = ""
        for scalar in line.unicodeScalars.prefix(longestLine) {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "@": text += "@\u{200B}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return line.unicodeScalars.count > longestLine ? text + "…" : text
    }

    private static let longestLine = 400
}
