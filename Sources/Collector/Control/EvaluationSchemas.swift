import Domain

/// JSON schemas of what is said of evaluations.
enum EvaluationSchemas {
    static let draft: JSON = ControlSchemas.object(
        [
            ("prompt", ControlSchemas.text(256)), ("prompt_file", ["type": "object"]),
            (
                "golden",
                ControlSchemas.object([
                    ("name", ControlSchemas.text(256)), ("lines", ControlSchemas.text(EvaluationDraft.longestLines)),
                ])
            ),
            ("model", ControlSchemas.text(256)), ("endpoint", ControlSchemas.text(64)),
            (
                "concurrency",
                ["type": "integer", "minimum": 1, "maximum": .integer(Int64(EvaluationDraft.mostConcurrency))]
            ),
            ("limit_usd", limit), ("answers", ControlSchemas.text(EvaluationDraft.longestLines)),
        ], required: ["golden"])

    static let resumption: JSON = ControlSchemas.object([("limit_usd", limit)], required: [])

    static let run: JSON = ControlSchemas.object([
        ("id", ["type": "integer"]), ("state", ["type": "string", "enum": ["running", "finished", "stopped"]]),
        ("reason", ControlSchemas.nullable("string")), ("prompt", ["type": "string"]),
        ("model", ControlSchemas.nullable("string")), ("endpoint", ControlSchemas.nullable("string")),
        ("golden", ["type": "string"]), ("items", ["type": "integer"]), ("answered", ["type": "integer"]),
        ("failed", ["type": "integer"]), ("cached", ["type": "integer"]),
        ("cost_usd", ControlSchemas.nullable("number")),
        ("unpriced", ["type": "integer"]), ("limit_usd", ControlSchemas.nullable("number")),
        ("author", ["type": "string"]), ("created", ControlSchemas.time),
        ("updated", ["type": ["string", "null"], "format": "date-time"]), ("scores", ["type": "object"]),
    ])

    private static let limit: JSON = ["type": "number", "exclusiveMinimum": 0]
}
