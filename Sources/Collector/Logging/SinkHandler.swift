import Logging

/// Brings what is logged to a `LogSink`.
struct SinkHandler: LogHandler {
    private let sink: LogSink
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    /// - Parameter least: the level below which nothing is written.
    init(_ sink: LogSink, least: Logger.Level = .info) { (self.sink, logLevel) = (sink, least) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = all.sorted { $0.key < $1.key }.map { (name: $0.key, value: "\($0.value)") }
        sink.log(event.level, event.message.description, details)
    }
}
