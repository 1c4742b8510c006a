/// The name of a model as telemetry spells it, and the names under which its price may stand.
struct ModelName {
    /// Who serves the model as far as the name says it (`deepseek/deepseek-chat`), canonical.
    let host: String?
    /// The cloud to which alone such a name belongs, canonical: an identifier or inference profile of AWS Bedrock.
    let cloud: String?
    /// The names to look for, the most exact first. Each rule removes something that does not change the price: where the model is
    /// served, which cloud's revision it is, the date of a snapshot. Nothing that tells models apart (`-mini`, `-preview`,
    /// `:free`, a month without a year) is ever removed.
    let candidates: [String]

    /// Nil for names that are empty or longer than any model's.
    init?(_ text: String) {
        guard (1...Price.longestName).contains(text.utf8.count) else { return nil }
        let full = text.lowercased()
        guard full.utf8.allSatisfy({ $0 < 0x80 }) else {
            // No rule below is about such a name.
            (host, cloud, candidates) = (nil, nil, [full])
            return
        }
        var names = [full]
        var name = full[...]
        for shorten in Self.rules {
            let shorter = shorten(name)
            if shorter != name, !shorter.isEmpty { names.append(String(shorter)) }
            name = shorter
        }
        if let respelled = Self.respelled(name) { names.append(respelled) }
        let profile = Self.bedrockParts(Self.lastSegment(full[...]))
        cloud = profile == nil ? nil : "bedrock"
        // What stays within a region costs what it costs there, whatever the snapshot.
        if let region = profile?.region { names.insert(contentsOf: names.dropFirst().map { region + "." + $0 }, at: 1) }
        (host, candidates) = (Self.host(inPath: full), names)
    }

    private static let rules: [@Sendable (Substring) -> Substring] = [
        lastSegment, withoutFineTuningOwner, withoutBedrockParts, withoutVertexRevision, withoutDate,
    ]

    /// The provider that a path such as `openrouter/deepseek/deepseek-chat` names.
    private static func host(inPath path: String) -> String? {
        path.split(separator: "/").dropLast().lazy.map(String.init).first(where: ProviderName.isHost)
            .map(ProviderName.canonical)
    }

    private static func lastSegment(_ path: Substring) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path
    }

    /// `claude-opus-4.5` is `claude-opus-4-5`; Azure's `gpt-35-turbo` is `gpt-3.5-turbo`.
    private static func respelled(_ name: Substring) -> String? {
        if name.hasPrefix("gpt-35-") { return "gpt-3.5-" + name.dropFirst(7) }
        guard name.hasPrefix("claude-"), name.contains(".") else { return nil }
        return String(name.map { $0 == "." ? "-" : $0 })
    }

    /// `ft:gpt-4o-2024-08-06:acme::abc` is priced as `ft:gpt-4o-2024-08-06`.
    private static func withoutFineTuningOwner(_ name: Substring) -> Substring {
        guard name.hasPrefix("ft:") else { return name }
        let base = name.dropFirst(3).prefix { $0 != ":" }
        return name[..<base.endIndex]
    }

    /// The parts of a name of AWS Bedrock: `us.anthropic.claude-sonnet-4-5-20250929-v1:0` or `amazon.nova-pro-v1:0`. Nil for other
    /// names.
    private static func bedrockParts(_ name: Substring) -> (region: String?, vendor: Substring, model: Substring)? {
        let parts = name.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3, regions.contains(String(parts[0])), vendors.contains(String(parts[1])) {
            return (String(parts[0]), parts[1], name[parts[1].startIndex...])
        }
        guard parts.count >= 2, vendors.contains(String(parts[0])) else { return nil }
        return (nil, parts[0], name)
    }

    /// `us.anthropic.claude-sonnet-4-5-20250929-v1:0` is `claude-sonnet-4-5-20250929`; the models of other vendors keep the vendor,
    /// `eu.amazon.nova-pro-v1:0` is `amazon.nova-pro-v1:0`.
    private static func withoutBedrockParts(_ name: Substring) -> Substring {
        let parts = bedrockParts(name)
        guard parts?.vendor == "anthropic" || name.hasPrefix("claude-") else { return parts?.model ?? name }
        let model = parts.map { $0.model.dropFirst($0.vendor.utf8.count + 1) } ?? name
        // -v1:0, -v2:0:200k, -v1
        let withoutProfile = model.prefix { $0 != ":" }
        guard let dash = withoutProfile.lastIndex(of: "-") else { return model }
        let revision = withoutProfile[dash...].dropFirst()
        let isRevision = revision.first == "v" && revision.count > 1 && revision.dropFirst().allSatisfy(\.isASCIIDigit)
        return isRevision ? withoutProfile[..<dash] : model
    }

    private static let regions: Set<String> = ["us", "us-gov", "eu", "apac", "jp", "au", "ca", "global"]
    private static let vendors: Set<String> = [
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "meta", "minimax", "mistral", "moonshot",
        "moonshotai", "nvidia", "openai", "qwen", "stability", "twelvelabs", "writer", "zai",
    ]

    /// `claude-opus-4-5@20251101` is `claude-opus-4-5-20251101`; `@default`, `@001` and Gemini's `-001` name the same model.
    private static func withoutVertexRevision(_ name: Substring) -> Substring {
        if let at = name.utf8.lastIndex(of: UInt8(ascii: "@")) {
            let revision = name[name.utf8.index(after: at)...]
            guard revision == "default" || revision.allSatisfy(\.isASCIIDigit) else { return name }
            // A date is tried as the rest of the name first: a snapshot may have a price of its own.
            return revision.utf8.count == 8 ? "\(name[..<at])-\(revision)" : name[..<at]
        }
        let isGeminiRevision =
            name.hasPrefix("gemini-") && !name.hasPrefix("gemini-embedding") && name.dropLast().hasSuffix("-00")
        return isGeminiRevision && name.last?.isASCIIDigit == true ? name.dropLast(4) : name
    }

    /// The name without `-2024-08-06` or `-20240806` at its end.
    private static func withoutDate(_ name: Substring) -> Substring {
        for shape in ["-dddd-dd-dd", "-dddddddd"] {
            let end = name.utf8.suffix(shape.utf8.count)
            guard end.count < name.utf8.count, end.count == shape.utf8.count else { continue }
            let fits = zip(end, shape.utf8).allSatisfy { byte, expected in
                expected == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == expected
            }
            // A year, so that other numbers of eight digits stay.
            if fits, end.dropFirst().starts(with: "20".utf8) { return name[..<end.startIndex] }
        }
        return name
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
