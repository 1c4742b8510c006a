/// Where questions about prompts, releases and the audit log are answered. A source that keeps none of them answers nothing.
public protocol RegistrySource {
    /// All prompts as they stood at `at`, by name.
    func prompts(at: Timestamp) throws -> [PromptSummary]
    /// What happened to a prompt until `at`; nil when there was none of that name.
    func promptHistory(_ name: String, at: Timestamp) throws -> PromptHistory?
    /// A version with all that it says; nil when there is none.
    func promptVersion(_ name: String, _ number: Int) throws -> PromptVersion?
    /// The releases of an app, or of all apps, that were made until `at`, oldest first.
    func releases(of app: String?, at: Timestamp) throws -> [RegisteredRelease]
    /// Which releases apps served until `at` one after the other, oldest first; of an app, or of all.
    func activations(of app: String?, at: Timestamp) throws -> [ActiveRelease]
    /// What people and the collector did, newest first.
    func auditEntries(_ query: AuditQuery) throws -> [AuditEntry]
    /// The last link of the audit log, without a code; nil when nothing was done yet.
    func auditHead() throws -> AuditHead?
}

extension RegistrySource {
    /// A source without a registry has no prompts.
    public func prompts(at: Timestamp) throws -> [PromptSummary] { [] }
    /// A source without a registry has no prompts.
    public func promptHistory(_ name: String, at: Timestamp) throws -> PromptHistory? { nil }
    /// A source without a registry has no prompts.
    public func promptVersion(_ name: String, _ number: Int) throws -> PromptVersion? { nil }
    /// A source without a registry has no releases.
    public func releases(of app: String?, at: Timestamp) throws -> [RegisteredRelease] { [] }
    /// A source without a registry has no releases.
    public func activations(of app: String?, at: Timestamp) throws -> [ActiveRelease] { [] }
    /// A source without a registry has no audit log.
    public func auditEntries(_ query: AuditQuery) throws -> [AuditEntry] { [] }
    /// A source without a registry has no audit log.
    public func auditHead() throws -> AuditHead? { nil }

    /// The version that is meant, as things stood at `at`; nil when there is none.
    public func promptVersion(_ reference: PromptReference, at: Timestamp) throws -> PromptVersion? {
        guard let summary = try promptHistory(reference.name, at: at)?.version(reference.choice) else { return nil }
        return try promptVersion(reference.name, summary.number)
    }

    /// Which release each app served at `at`, by app.
    public func activeReleases(at: Timestamp) throws -> [ActiveRelease] {
        Dictionary(try activations(of: nil, at: at).map { ($0.app, $0) }) { _, last in last }
            .values.sorted { $0.app < $1.app }
    }
}
