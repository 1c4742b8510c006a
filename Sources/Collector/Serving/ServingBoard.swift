import Domain
import Synchronization

/// What every app is told to use, in memory: it is changed here first and kept afterwards, and looked up without waiting for anything.
final class ServingBoard: Sendable {
    private let apps = Mutex<[String: ServedApp]>([:])

    /// The app that a flag is about: its key is the name of the app, or that name with `.release` behind it.
    func app(flag key: String) -> ServedApp? {
        apps.withLock { apps in
            apps[key] ?? (key.hasSuffix(".release") ? apps[String(key.dropLast(".release".count))] : nil)
        }
    }

    /// All apps, by name.
    var all: [ServedApp] { apps.withLock { $0.values.sorted { $0.name < $1.name } } }

    /// Tells an app something else from the next question on.
    func serve(_ app: ServedApp) { apps.withLock { $0[app.name] = app } }

    /// Tells an app what its releases are made of from the next question on.
    func describe(_ app: String, _ values: [String: JSON]) { apps.withLock { $0[app]?.values = values } }

    /// Divides the units of an app otherwise from the next question on.
    func serve(_ traffic: AppTraffic) {
        apps.withLock { $0[traffic.app] = ServedApp(traffic: traffic, values: $0[traffic.app]?.values ?? [:]) }
    }
}
