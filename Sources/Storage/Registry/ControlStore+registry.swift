import Domain

extension ControlStore {
    /// All prompts, by name.
    public func prompts() throws -> [PromptSummary] { try read { try $0.prompts(at: .latest) } }

    /// What happened to a prompt; nil when there is none of that name.
    public func promptHistory(_ name: String) throws -> PromptHistory? {
        try read { try $0.promptHistory(name, at: .latest) }
    }

    /// A version with all that it says; nil when there is none.
    public func promptVersion(_ name: String, _ number: Int) throws -> PromptVersion? {
        try read { try $0.promptVersion(name, number) }
    }

    /// The releases of an app, or of all apps, oldest first.
    public func releases(of app: String? = nil) throws -> [RegisteredRelease] {
        try read { try $0.releases(of: app, at: .latest) }
    }

    /// Which releases apps served one after the other, oldest first; of an app, or of all.
    public func activations(of app: String? = nil) throws -> [ActiveRelease] {
        try read { try $0.activations(of: app, at: .latest) }
    }

    /// What people and the collector did, newest first.
    public func auditEntries(_ query: AuditQuery) throws -> [AuditEntry] { try read { try $0.auditEntries(query) } }

}
