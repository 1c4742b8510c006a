import Domain
import Storage

/// What the registry says of apps: which release each serves, and what applications need of each release.
struct ServedReleases {
    private let values: [String: [String: JSON]]
    /// The name of the release that each app serves, by app.
    let active: [String: String]

    /// What stands in `store`.
    init(_ store: ControlStore) throws {
        let releases = try store.releases()
        values = Dictionary(grouping: releases, by: \.release.app).mapValues { releases in
            Dictionary(releases.map { ($0.name, Self.value($0)) }) { first, _ in first }
        }
        active = Dictionary(try store.activations().map { ($0.app, $0.name) }) { _, last in last }
    }

    /// What applications need of each release of an app, by its name.
    func values(of app: String) -> [String: JSON] { values[app] ?? [:] }

    private static func value(_ registered: RegisteredRelease) -> JSON {
        let parts = registered.release.json.members ?? []
        return .object([.init("release_id", .string(registered.name))] + parts.filter { $0.name != "app" })
    }
}
