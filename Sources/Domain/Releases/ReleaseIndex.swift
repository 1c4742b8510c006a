/// Releases by what a call says it was made with.
public struct ReleaseIndex: Hashable, Sendable {
    private struct Key: Hashable {
        let prompt: String
        let version: String
        let model: String
    }

    private var releases: [Key: [RegisteredRelease]] = [:]

    /// An index of `releases`.
    public init(_ releases: [RegisteredRelease] = []) {
        for release in releases {
            let prompt = release.release.prompt
            let key = Key(prompt: prompt.name, version: String(prompt.number), model: release.release.model)
            self.releases[key, default: []].append(release)
        }
    }

    public var isEmpty: Bool { releases.isEmpty }

    /// The one release whose prompt version, model and parameters are those of a call; nil when none or several are. A parameter of which
    /// the call says nothing fits any value; one that only the call says fits none.
    public func release(of call: Call, _ parameters: CallParameters) -> RegisteredRelease? {
        guard let prompt = call.context.promptName, let version = call.context.promptVersion,
            let model = call.requestModel
        else { return nil }
        let found = releases[Key(prompt: prompt, version: version, model: model), default: []]
            .filter { parameters.fit($0.release.parameters) }
        return found.count == 1 ? found.first : nil
    }
}

extension CallParameters {
    /// Whether nothing that is said contradicts what a release says.
    fileprivate func fit(_ release: [String: JSON]) -> Bool {
        let said: [(names: [String], value: Double?)] = [
            (["temperature"], temperature), (["top_p"], topP), (["top_k"], topK),
            (["max_tokens", "max_completion_tokens", "max_output_tokens"], maximumTokens),
            (["frequency_penalty"], frequencyPenalty), (["presence_penalty"], presencePenalty),
        ]
        return said.allSatisfy { names, value in
            guard let value else { return true }
            // Some clients send 0.7 as a number of 32 bits.
            return names.contains { release[$0]?.double.map { Float($0) == Float(value) } ?? false }
        }
    }
}
