import Domain
import Outbound

/// A receiver as people write it, before it is known to make sense.
struct ReceiverDraft {
    var name = ""
    var webhook = ServerDraft()
    var slack = ServerDraft()
    var alertmanager = ServerDraft()
    var command: [String] = []
    var severities = Set(AlertSeverity.allCases)

    /// The receiver that it says.
    func receiver() throws(ReceiverError) -> ReceiverSettings {
        guard !name.isEmpty, name.utf8.count <= 64,
            name.utf8.allSatisfy({
                ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0)
                    || [0x2D, 0x2E, 0x5F].contains($0)
            })
        else { throw ReceiverError("name must be 1 to 64 letters, digits and - . _") }
        guard !severities.isEmpty else { throw ReceiverError("severities must not be empty") }
        var channels: [ReceiverSettings.Channel] = []
        if webhook != ServerDraft() {
            channels.append(.webhook(try webhook.server("webhook"), secretFile: try webhook.secret()))
        }
        if slack != ServerDraft() { channels.append(.slack(try slack.server("slack"))) }
        if alertmanager != ServerDraft() { channels.append(.alertmanager(try alertmanager.server("alertmanager"))) }
        if let program = command.first {
            guard program.hasPrefix("/"), command.allSatisfy({ !$0.utf8.contains(0) }) else {
                throw ReceiverError("command must begin with the absolute path of a program")
            }
            channels.append(.command(command))
        }
        guard let channel = channels.first, channels.count == 1 else {
            throw ReceiverError("must have one of webhook, slack, alertmanager and command, and only one")
        }
        return ReceiverSettings(name: name, channel: channel, severities: severities)
    }
}

/// Where something is posted, as people write it.
struct ServerDraft: Hashable {
    var url: String?
    var urlFile: String?
    var secretFile: String?
    var addresses: [AddressRange] = []

    fileprivate func server(_ kind: String) throws(ReceiverError) -> ReceiverSettings.Server {
        switch (url, urlFile) {
        case (let url?, nil):
            guard let address = WebAddress(url) else {
                throw ReceiverError("\(kind).url must be \(WebAddress.expected)")
            }
            return ReceiverSettings.Server(.url(address), allowedAddresses: addresses)
        case (nil, let file?):
            return ReceiverSettings.Server(.file(try absolute(file, "\(kind).url_file")), allowedAddresses: addresses)
        default: throw ReceiverError("\(kind) must have one of url and url_file")
        }
    }

    fileprivate func secret() throws(ReceiverError) -> String? {
        guard let secretFile else { return nil }
        return try absolute(secretFile, "webhook.secret_file")
    }

    private func absolute(_ path: String, _ key: String) throws(ReceiverError) -> String {
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw ReceiverError("\(key) must be an absolute path")
        }
        return path
    }
}

/// What is wrong with a receiver.
struct ReceiverError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
