import Domain

extension StoreDirectory {
    private var healthPath: String { path + "/ingest.health" }

    /// How telemetry arrives, as the collector counted last; nil when it never did.
    public func ingestHealth() -> IngestHealth? {
        guard let bytes = FileSystem.read(healthPath), let json = try? JSON(parsing: bytes) else { return nil }
        return IngestHealth(json)
    }

    /// Keeps what the collector counted. The file is replaced as a whole and never synced: after a power cut some counts are missing.
    public func write(_ health: IngestHealth) {
        _ = FileSystem.replace(healthPath, with: Array(health.json.text.utf8))
    }
}
