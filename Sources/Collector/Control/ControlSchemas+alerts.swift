import Domain

extension ControlSchemas {
    static let alertNote: JSON = object([("note", text(SilenceDraft.longestText))], required: [])

    static let silenceDraft: JSON = object(
        [("alert", hexadecimal(12)), ("rule", text(256))]
            + Dimension.allCases.filter(\.isSeries).map { ($0.rawValue, text(256)) }
            + [
                (
                    "seconds",
                    [
                        "type": "integer", "minimum": 1,
                        "maximum": .integer(SilenceDraft.longest.count / 1_000_000_000),
                    ]
                ),
                ("reason", text(SilenceDraft.longestText)),
            ], required: ["seconds", "reason"])

    static let silence: JSON = object([
        ("id", ["type": "integer"]), ("covers", ["type": "object", "additionalProperties": ["type": "string"]]),
        ("from", time), ("until", time), ("reason", ["type": "string"]), ("by", ["type": "string"]),
    ])

    static let alert: JSON = object([
        ("id", hexadecimal(12)), ("rule", ["type": "string"]), ("subject", subject),
        ("watched", ["type": "object"]), ("severity", choice(AlertSeverity.allCases.map(\.rawValue))),
        ("state", choice(["pending", "firing", "no_data", "resolved"])), ("since", time),
        ("resolved_at", nullable("string")), ("reading", reading),
        ("acknowledged", optional(object([("by", ["type": "string"]), ("time", time)]))),
        ("silence", nullable("integer")), ("flapping", ["type": "boolean"]),
        (
            "notes",
            [
                "type": "array",
                "items": object([("by", ["type": "string"]), ("time", time), ("text", ["type": "string"])]),
            ]
        ),
    ])

    static let alertBoard: JSON = object([
        ("evaluated", nullable("string")), ("waiting", ["type": "integer"]),
        ("alerts", ["type": "array", "items": alert]), ("silences", ["type": "array", "items": silence]),
        (
            "rules",
            [
                "type": "array",
                "items": object([
                    ("rule", ["type": "object"]), ("evaluated", nullable("string")), ("reading", optional(reading)),
                    ("trouble", nullable("string")),
                ]),
            ]
        ),
        ("budgets", ["type": "array", "items": budget]), ("receivers", ["type": "array", "items": receiver]),
    ])

    private static let budget: JSON = object([
        ("name", ["type": "string"]), ("subject", subject), ("unit", choice(BudgetUnit.allCases.map(\.rawValue))),
        ("amount", ["type": "number"]), ("today", ["type": "number"]), ("month", ["type": "number"]),
        (
            "forecast",
            optional(
                object([("expected", ["type": "number"]), ("low", ["type": "number"]), ("high", ["type": "number"])]))
        ),
    ])

    private static let receiver: JSON = object([
        ("name", ["type": "string"]), ("kind", ["type": "string"]), ("waiting", ["type": "integer"]),
        ("delivered", ["type": "integer"]), ("lost", ["type": "integer"]), ("last_success", nullable("string")),
        ("last_failure", nullable("string")), ("trouble", nullable("string")), ("paused_until", nullable("string")),
    ])

    private static let subject: JSON = [
        "type": "object", "additionalProperties": nullable("string"),
    ]

    private static let reading: JSON = object([
        ("time", time), ("value", nullable("number")), ("limit", nullable("number")), ("calls", ["type": "integer"]),
    ])

    private static func choice(_ words: [String]) -> JSON {
        ["type": "string", "enum": .array(words.map(JSON.string))]
    }

    /// An object of this schema, or null.
    private static func optional(_ schema: JSON) -> JSON {
        .object(
            (schema.members ?? []).map { $0.name == "type" ? .init("type", ["object", "null"]) : $0 })
    }
}
