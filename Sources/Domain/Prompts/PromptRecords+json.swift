extension PromptVersionSummary {
    /// The version as the command line and the control API say it.
    public var json: JSON {
        [
            "version": JSON(number), "digest": .string(digest.description), "author": .string(author),
            "message": .string(message), "commit": JSON(commit), "commit_author": JSON(commitAuthor),
            "created": JSON(created), "model": JSON(model),
        ]
    }

    /// The version that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let number = json["version"]?.integer.flatMap({ Int(exactly: $0) }),
            let digest = json["digest"]?.string.flatMap({ ContentDigest($0) }),
            let author = json["author"]?.string, let created = json.moment("created")
        else { return nil }
        self.init(
            number: number, digest: digest, author: author, message: json["message"]?.string ?? "",
            commit: json["commit"]?.string, commitAuthor: json["commit_author"]?.string, created: created,
            model: json["model"]?.string)
    }
}

extension PromptLabelMove {
    /// The move as the command line and the control API say it.
    public var json: JSON {
        [
            "label": .string(label), "former": JSON(former), "version": JSON(version),
            "principal": .string(principal), "reason": .string(reason), "time": JSON(time),
        ]
    }

    /// The move that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let label = json["label"]?.string, let version = json["version"]?.integer,
            let principal = json["principal"]?.string, let time = json.moment("time")
        else { return nil }
        self.init(
            label: label, former: json["former"]?.integer.map { Int($0) }, version: Int(version),
            principal: principal, reason: json["reason"]?.string ?? "", time: time)
    }
}

extension PromptReview {
    /// The review as the command line and the control API say it.
    public var json: JSON {
        [
            "version": JSON(version), "digest": .string(digest.description), "verdict": .string(verdict.rawValue),
            "comment": .string(comment), "principal": .string(principal), "time": JSON(time),
        ]
    }

    /// The review that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let version = json["version"]?.integer,
            let digest = json["digest"]?.string.flatMap({ ContentDigest($0) }),
            let verdict = json["verdict"]?.string.flatMap({ Verdict(rawValue: $0) }),
            let principal = json["principal"]?.string, let time = json.moment("time")
        else { return nil }
        self.init(
            version: Int(version), digest: digest, verdict: verdict, comment: json["comment"]?.string ?? "",
            principal: principal, time: time)
    }
}

extension PromptVersion {
    /// The version with all that it says.
    public var json: JSON { .object((summary.json.members ?? []) + [.init("prompt", prompt.json)]) }

    /// The version that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let summary = PromptVersionSummary(json), let prompt = json["prompt"].flatMap({ try? Prompt($0) })
        else { return nil }
        self.init(summary, prompt: prompt)
    }
}

extension PromptHistory {
    /// The history as the command line and the control API say it.
    public var json: JSON {
        [
            "name": .string(name), "versions": .array(versions.map(\.json)), "labels": .array(labels.map(\.json)),
            "moves": .array(moves.map(\.json)), "reviews": .array(reviews.map(\.json)),
        ]
    }
}

extension PromptSummary {
    /// The prompt as the command line and the control API say it.
    public var json: JSON {
        ["name": .string(name), "latest": latest.json, "labels": .array(labels.map(\.json))]
    }
}
