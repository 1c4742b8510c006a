import Configuration
import Domain
import NIOHTTP1

/// Who may do what: the configuration and one default. Everything that neither gives is denied.
struct AccessRules: Sendable {
    /// Grants by `os:` and a user or `group:` and a group.
    var grants: [String: Grant]
    /// The user that runs the collector.
    var owner: UInt32

    /// What `peer` may do: what is written for the user, or the default of the user that runs the collector, and what is written for
    /// the groups.
    func grant(of peer: Peer) -> Grant {
        let own = grants[peer.caller.principal] ?? (peer.caller.userID == owner ? Self.ownerDefault(owner) : Grant())
        return peer.groups.reduce(own) { grant, group in
            grants["group:" + group].map { grant.union($0) } ?? grant
        }
    }

    /// Whether `peer` may do `action`.
    ///
    /// - Throws: 403 with who this is and what is missing.
    func check(_ action: ControlAction, by peer: Peer) throws(ControlFailure) {
        let grant = grant(of: peer)
        guard !action.isAllowed(to: grant) else { return }
        let held = AccessRole.allCases.filter(grant.roles.contains).map(\.rawValue)
        let has = held.isEmpty ? "no role" : "the role \(held.joined(separator: ", "))"
        let needed = AccessRole.allCases.filter(action.roles.contains).map(\.rawValue).joined(separator: " or ")
        let missing = action.roles.isDisjoint(with: grant.roles) ? "needs \(needed)" : "needs the right to content"
        throw ControlFailure(
            .forbidden, "not_allowed",
            "you are \(peer.caller.principal) with \(has); to \(action.rawValue) \(missing): who runs headframed can write it "
                + "under control.roles")
    }

    /// Whoever runs the collector can read and replace its files anyway, so a single person needs no configuration. Root decides
    /// nothing by default: on a machine that several people administer it is nobody in particular.
    private static func ownerDefault(_ user: UInt32) -> Grant {
        Grant(roles: user == 0 ? [.viewer, .editor, .admin] : Set(AccessRole.allCases), content: true)
    }
}
