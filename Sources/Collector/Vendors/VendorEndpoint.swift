import Domain
import NIOHTTP1

/// What clients of other vendors ask of their own servers beside OTLP. It is answered in those servers' words, so that a client
/// that is pointed here goes on as usual; of all that comes this way only judgements are stored.
enum VendorEndpoint: Equatable, Sendable {
    /// Langfuse: judgements.
    case scores
    /// Langfuse: events of older clients, judgements among them.
    case ingestion
    /// Langfuse: a place for a file; the answer is that the file is there already.
    case media
    /// Langfuse: that a file was put into its place.
    case mediaDone
    /// Langfuse: whose the keys are.
    case projects
    /// Langfuse: whether the server is well.
    case langfuseHealth
    /// Traceloop: a place for an image of a span, and the image itself; both come to this path.
    case images(path: String)
    /// Traceloop: prompts that the server keeps.
    case prompts
    /// Traceloop: properties that may be sent.
    case allowList
    /// Traceloop: whatever else its clients tell.
    case traceloop

    /// The endpoint at `path`; nil when there is none.
    init?(path: Substring) {
        switch path {
        case "/api/public/scores": self = .scores
        case "/api/public/ingestion": self = .ingestion
        case "/api/public/media": self = .media
        case "/api/public/projects": self = .projects
        case "/api/public/health": self = .langfuseHealth
        case "/v1/traceloop/prompts": self = .prompts
        case "/v1/traceloop/pii/tracing-allow-list": self = .allowList
        case _ where path.hasPrefix("/api/public/media/"): self = .mediaDone
        case _ where path.hasPrefix("/v1/traceloop/"): self = .traceloop
        case _ where path.hasPrefix("/v2/traces/") && path.hasSuffix("/images"): self = .images(path: String(path))
        default: return nil
        }
    }

    /// The methods that it answers.
    var methods: [String] {
        switch self {
        case .scores, .ingestion, .media: ["POST"]
        case .mediaDone: ["PATCH"]
        case .projects, .langfuseHealth, .prompts, .allowList: ["GET"]
        case .images: ["POST", "PUT"]
        case .traceloop: ["GET", "POST", "PUT"]
        }
    }

    /// Bytes of a body that is read; nil when none is. It is read where connections are served, so it is small.
    var bodyLimit: Int? {
        switch self {
        case .scores, .ingestion: 1 << 20
        default: nil
        }
    }

    /// The answer where nothing is stored.
    ///
    /// - Parameter host: the name under which the collector is asked, with port.
    func answer(host: String) -> Answer {
        let json: JSON =
            switch self {
            case .scores, .ingestion, .mediaDone, .traceloop: .object([])
            case .media: ["uploadUrl": .null, "mediaId": ""]
            case .projects:
                [
                    "data": [
                        [
                            "id": "headframe", "name": "headframe", "metadata": .object([]),
                            "organization": ["id": "headframe", "name": "headframe"],
                        ]
                    ]
                ]
            case .langfuseHealth: ["status": "OK", "version": .string(Collector.version)]
            case .images(let path): ["url": .string("http://\(host)\(path)")]
            case .prompts: ["prompts": .array([])]
            case .allowList: ["associationPropertyAllowList": .array([])]
            }
        return .json(json)
    }
}
