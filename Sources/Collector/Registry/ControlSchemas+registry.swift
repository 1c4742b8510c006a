import Domain

extension ControlSchemas {
    private static let string: JSON = ["type": "string"]
    private static let integer: JSON = ["type": "integer"]
    private static let anyObject: JSON = ["type": "object"]
    private static func array(_ items: JSON) -> JSON { ["type": "array", "items": items] }

    static let promptDraft: JSON = object(
        [
            ("prompt", prompt), ("message", text(PromptPushDraft.longestText)), ("commit", text(64)),
            ("commit_author", text(256)),
        ], required: ["prompt"])

    private static let prompt: JSON = object(
        [
            ("name", text(128)),
            ("messages", array(object([("role", text(64)), ("text", text(Prompt.mostBytes))]))),
            ("syntax", ["type": "string", "enum": ["mustache", "fstring"]]), ("model", text(256)),
            ("parameters", anyObject), ("variables", array(anyObject)), ("response_format", [:]),
            ("tools", array(object([("name", string), ("definition", [:])]))), ("index", text(256)),
            ("notes", text(Prompt.mostBytes)),
        ], required: ["name", "messages"])

    private static let summaryMembers: [(String, JSON)] = [
        ("version", integer), ("digest", hexadecimal(64)), ("author", string), ("message", string),
        ("commit", nullable("string")), ("commit_author", nullable("string")), ("created", time),
        ("model", nullable("string")),
    ]

    static let promptVersion: JSON = object(summaryMembers + [("prompt", prompt)])
    static let promptSummary: JSON = object([
        ("name", string), ("latest", object(summaryMembers)), ("labels", array(labelMove)),
    ])
    static let promptHistory: JSON = object([
        ("name", string), ("versions", array(object(summaryMembers))), ("labels", array(labelMove)),
        ("moves", array(labelMove)), ("reviews", array(review)),
    ])

    static let labelDraft: JSON = object([
        ("label", text(128)), ("version", integer), ("reason", text(PromptPushDraft.longestText)),
    ])
    static let labelMove: JSON = object([
        ("label", string), ("former", nullable("integer")), ("version", integer), ("principal", string),
        ("reason", string), ("time", time),
    ])

    private static let verdict: JSON = [
        "type": "string", "enum": .array(PromptReview.Verdict.allCases.map { .string($0.rawValue) }),
    ]
    static let reviewDraft: JSON = object(
        [("verdict", verdict), ("digest", hexadecimal(64)), ("comment", text(PromptPushDraft.longestText))],
        required: ["verdict", "digest"])
    static let review: JSON = object([
        ("version", integer), ("digest", hexadecimal(64)), ("verdict", verdict), ("comment", string),
        ("principal", string), ("time", time),
    ])

    static let releaseDraft: JSON = object(
        [
            ("app", text(128)), ("prompt", text(300)), ("model", text(256)), ("parameters", anyObject),
            ("index", text(256)), ("guardrails", text(256)), ("message", text(PromptPushDraft.longestText)),
        ], required: ["prompt"])
    static let release: JSON = object([
        ("id", string), ("number", integer), ("digest", hexadecimal(64)),
        (
            "release",
            object(
                [
                    ("app", string),
                    ("prompt", object([("name", string), ("version", integer), ("sha256", hexadecimal(64))])),
                    ("model", string), ("parameters", anyObject), ("index", string), ("guardrails", string),
                ], required: ["app", "prompt", "model", "parameters"])
        ), ("author", string), ("message", string), ("created", time),
    ])
    static let rollBack: JSON = object([("to", text(300)), ("reason", text(PromptPushDraft.longestText))])
    static let activeRelease: JSON = object([
        ("app", string), ("id", string), ("number", integer), ("digest", hexadecimal(64)),
        ("former", nullable("integer")),
        ("cause", ["type": "string", "enum": .array(ActiveRelease.Cause.allCases.map { .string($0.rawValue) })]),
        ("principal", string), ("reason", string), ("time", time),
    ])

    static let auditEntry: JSON = object([
        ("sequence", integer), ("time", time), ("actor", string), ("kind", string), ("uid", nullable("integer")),
        ("pid", nullable("integer")), ("tty", nullable("string")), ("action", string), ("object", string),
        ("before", nullable("string")), ("after", nullable("string")), ("reason", nullable("string")),
        ("hash", hexadecimal(64)),
    ])
}
