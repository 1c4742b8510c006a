import Domain

extension ControlSchemas {
    /// What `RolloutPlan.json` writes.
    static let rolloutPlan: JSON = object(
        [
            ("app", text(256)), ("environment", nullable("string")), ("from", text(256)), ("to", text(256)),
            ("steps", ["type": "array", "items": step]), ("gates", ["type": "array", "items": gate]),
            ("breakers", ["type": "object"]), ("four_eyes", ["type": "boolean"]), ("unit_ms", ["type": "integer"]),
            ("approval_expires_ms", ["type": "integer"]), ("rollback_alpha", ["type": "number"]),
            ("promotion_alpha", ["type": "number"]),
        ], required: ["app", "from", "to", "steps", "gates"])

    static let rolloutDecision: JSON = object(
        [
            ("reason", text(RolloutCommand.longestReason)), ("evidence_digest", hexadecimal(64)),
            ("override", text(256)),
        ],
        required: ["reason"])

    static let rollout: JSON = object([
        ("id", ["type": "integer"]), ("app", ["type": "string"]), ("environment", nullable("string")),
        ("from", ["type": "string"]), ("to", ["type": "string"]), ("phase", ["type": "string"]),
        ("held", nullable("string")), ("step", ["type": "integer"]), ("steps", ["type": "integer"]),
        ("weight", ["type": "number"]), ("epoch", ["type": "integer"]), ("attempt", ["type": "integer"]),
        ("author", ["type": "string"]), ("started", time), ("step_began", time), ("ended", nullable("string")),
        ("reason", ["type": "string"]),
        (
            "approvals",
            [
                "type": "array",
                "items": object([("by", ["type": "string"]), ("time", time), ("reason", ["type": "string"])]),
            ]
        ),
    ])

    static let rolloutDetail: JSON = object([
        ("rollout", rollout), ("standing", ["type": ["object", "null"]]),
        ("events", ["type": "array", "items": ["type": "object"]]),
        ("course", ["type": "array", "items": ["type": "object"]]),
    ])

    private static let step: JSON = object(
        [
            ("kind", ["type": "string", "enum": ["shadow", "weight"]]), ("weight", nullable("number")),
            ("soak_ms", ["type": "integer"]), ("timeout_ms", ["type": "integer"]),
            (
                "on_timeout",
                ["type": "string", "enum": .array(RolloutStep.TimeoutPolicy.allCases.map { .string($0.rawValue) })]
            ),
            ("fewest_units", ["type": "integer"]), ("approval", ["type": ["object", "null"]]),
        ], required: ["kind"])

    private static let gate: JSON = object(
        [
            ("name", text(128)), ("metric", text(256)), ("margin", ["type": "object"]),
            ("rollback_margin", ["type": "object"]), ("required", ["type": "boolean"]),
            ("range", ["type": "array", "items": ["type": "number"]]), ("lower_is_better", ["type": "boolean"]),
        ], required: ["metric"])
}
