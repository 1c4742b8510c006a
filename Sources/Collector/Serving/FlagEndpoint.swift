/// Where applications ask which release to use.
enum FlagEndpoint: Equatable, Sendable {
    /// One flag, by the OpenFeature remote evaluation protocol 0.3.0.
    case flag(key: String)
    /// All flags, by the same protocol.
    case flags
    /// The release of an app, asked for without any protocol.
    case release(app: String, targetingKey: String?)

    private static let flagsPath = "/ofrep/v1/evaluate/flags"

    /// The endpoint at `path`, which the part after the question mark makes precise; nil when there is none.
    init?(path: Substring, query: Substring) {
        if path == Self.flagsPath {
            self = .flags
        } else if path.hasPrefix(Self.flagsPath + "/") {
            guard let key = URLText.decoded(path.dropFirst(Self.flagsPath.utf8.count + 1)), !key.isEmpty else {
                return nil
            }
            self = .flag(key: key)
        } else {
            let places = ("/api/v1/apps/{app}/release" as PathTemplate).match(path)
            guard let name = places?["app"], let app = URLText.decoded(name[...]) else { return nil }
            self = .release(app: app, targetingKey: URLText.value(of: "key", in: query))
        }
    }

    /// The method that it answers.
    var method: String {
        switch self {
        case .flag, .flags: "POST"
        case .release: "GET"
        }
    }
}
