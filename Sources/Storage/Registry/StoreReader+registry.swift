import Domain

extension StoreReader {
    /// All prompts as they stood at `at`, by name.
    public func prompts(at: Timestamp) throws -> [PromptSummary] { try registryFile()?.prompts(at: at) ?? [] }

    /// What happened to a prompt until `at`; nil when there was none of that name.
    public func promptHistory(_ name: String, at: Timestamp) throws -> PromptHistory? {
        try registryFile()?.promptHistory(name, at: at)
    }

    /// A version with all that it says; nil when there is none.
    public func promptVersion(_ name: String, _ number: Int) throws -> PromptVersion? {
        try registryFile()?.promptVersion(name, number)
    }

    /// The releases of an app, or of all apps, that were made until `at`, oldest first.
    public func releases(of app: String?, at: Timestamp) throws -> [RegisteredRelease] {
        try registryFile()?.releases(of: app, at: at) ?? []
    }

    /// Which releases apps served until `at` one after the other, oldest first; of an app, or of all.
    public func activations(of app: String?, at: Timestamp) throws -> [ActiveRelease] {
        try registryFile()?.activations(of: app, at: at) ?? []
    }

    /// Labels that were moved and releases that were chosen within `range`.
    func registryMarks(_ range: TimeRange) throws -> [Mark] {
        guard let file = try registryFile() else { return [] }
        let moves = try file.labelMoves(range).map { prompt, move in
            Mark(
                time: move.time, kind: .label, service: nil,
                text:
                    "\(move.label) of \(prompt): \(move.former.map { "\($0) → " } ?? "")\(move.version), \(move.reason)",
                subject: "\(prompt)@\(move.version)", former: move.former.map { "\(prompt)@\($0)" },
                principal: move.principal)
        }
        let activations = try file.activations(of: nil, at: range.to).filter { range.contains($0.time) }.map { active in
            Mark(
                time: active.time, kind: .activation, service: nil,
                text:
                    "\(active.app) serves r\(active.number)\(active.former.map { ", before r\($0)" } ?? ""): \(active.reason)",
                subject: active.name, former: active.former.map { "\(active.app)@r\($0)" },
                principal: active.principal)
        }
        return moves + activations
    }
}
