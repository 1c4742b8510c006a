import Domain
import Outbound

/// Somebody or something that is told of alerts.
public struct ReceiverSettings: Hashable, Sendable {
    /// By which rules name it.
    public var name: String
    public var channel: Channel
    /// It is told of these only.
    public var severities: Set<AlertSeverity>

    /// A receiver of the given parts.
    public init(name: String, channel: Channel, severities: Set<AlertSeverity> = Set(AlertSeverity.allCases)) {
        (self.name, self.channel, self.severities) = (name, channel, severities)
    }

    /// How it is told.
    public enum Channel: Hashable, Sendable {
        /// JSON is posted, signed when there is a secret.
        case webhook(Server, secretFile: String?)
        /// A text is posted as to an incoming webhook of Slack or Mattermost.
        case slack(Server)
        /// Alerts are posted to the API (version 2) of a Prometheus Alertmanager.
        case alertmanager(Server)
        /// A program is run: its path and its arguments. JSON is on its standard input.
        case command([String])

        /// What it is called in the configuration.
        public var kind: String {
            switch self {
            case .webhook: "webhook"
            case .slack: "slack"
            case .alertmanager: "alertmanager"
            case .command: "command"
            }
        }
    }

    /// Where something is posted.
    public struct Server: Hashable, Sendable {
        public var location: Location
        /// Private addresses that its name may lead to.
        public var allowedAddresses: [AddressRange]

        /// A server at `location`.
        public init(_ location: Location, allowedAddresses: [AddressRange] = []) {
            (self.location, self.allowedAddresses) = (location, allowedAddresses)
        }
    }

    /// Where a URL stands: those of some services are secrets, and stand in files of their own.
    public enum Location: Hashable, Sendable {
        case url(WebAddress)
        /// The path of a file that holds it.
        case file(String)
    }
}
