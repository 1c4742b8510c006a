import Domain

/// What an app is told: how its units are divided, and what an application needs of each release.
struct ServedApp: Hashable {
    var traffic: AppTraffic
    /// Prompt, model, parameters and index of each release that is served, by its name.
    var values: [String: JSON]

    var name: String { traffic.app }

    /// What is told of a release: nothing but its name where nobody registered it.
    func value(of release: String) -> JSON { values[release] ?? ["release_id": .string(release)] }
}
