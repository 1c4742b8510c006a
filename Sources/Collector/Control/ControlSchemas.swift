import Domain

/// JSON schemas of what goes in and out (JSON Schema 2020-12, as OpenAPI 3.1 has it).
enum ControlSchemas {
    static let feedbackDraft: JSON = object(
        [
            ("trace_id", hexadecimal(32)), ("span_id", hexadecimal(16)),
            ("rating", ["type": "integer", "enum": [1, -1]]), ("correction", text(FeedbackDraft.longestCorrection)),
            ("note", text(FeedbackDraft.longestNote)),
        ], required: ["trace_id"])

    static let feedback: JSON = object([
        ("id", ["type": "integer"]), ("trace_id", hexadecimal(32)), ("span_id", hexadecimal(16)),
        ("rating", nullable("integer")), ("correction", nullable("string")), ("note", nullable("string")),
        ("principal", ["type": "string"]), ("time", time),
    ])

    static let scoreDraft: JSON = object(
        [
            ("trace_id", hexadecimal(32)), ("span_id", hexadecimal(16)), ("response_id", text(1024)),
            ("name", text(256)), ("value", ["type": "number"]), ("label", text(1024)),
            ("explanation", text(ScoreDraft.longestExplanation)), ("source", text(64)),
        ], required: ["name"])

    static let score: JSON = object([
        ("name", ["type": "string"]), ("value", nullable("number")), ("label", nullable("string")),
        ("explanation", nullable("string")), ("source", nullable("string")), ("trace_id", nullable("string")),
        ("span_id", nullable("string")), ("response_id", nullable("string")), ("time", time),
    ])

    static let markDraft: JSON = object(
        [
            ("text", text(MarkDraft.longestText)),
            ("kind", ["type": "string", "enum": .array(MarkDraft.kinds.map { .string($0.rawValue) })]),
            ("service", text(MarkDraft.longestName)), ("environment", text(MarkDraft.longestName)), ("time", time),
        ], required: ["text"])

    static let mark: JSON = object([
        ("time", time), ("kind", ["type": "string"]), ("text", ["type": "string"]), ("service", nullable("string")),
        ("environment", nullable("string")), ("principal", nullable("string")),
    ])

    static let status: JSON = object([
        (
            "collector",
            object([
                ("pid", ["type": "integer"]), ("http", ["type": "string"]), ("grpc", nullable("string")),
                ("started", time), ("written", time),
                ("behind_ms", ["type": "number"]), ("received_spans", ["type": "integer"]),
                ("stored_spans", ["type": "integer"]), ("rejected", ["type": "integer"]),
                ("trouble", nullable("string")),
                (
                    "redactions",
                    object(SensitiveKind.allCases.map { ($0.rawValue, ["type": "integer"]) }, required: [])
                ),
            ])
        ),
        (
            "caller",
            object([
                ("principal", ["type": "string"]),
                ("roles", ["type": "array", "items": ["type": "string"]]), ("content", ["type": "boolean"]),
            ])
        ),
    ])

    static let receiverTest: JSON = object([("delivered", ["type": "boolean"]), ("trouble", nullable("string"))])

    static let failure: JSON = object([
        ("error", object([("code", ["type": "string"]), ("message", ["type": "string"])]))
    ])

    /// An object with one member that is a list.
    static func list(_ name: String, _ items: JSON) -> JSON { object([(name, ["type": "array", "items": items])]) }

    /// An object of these members and no others; all are required unless some are named.
    static func object(_ members: [(String, JSON)], required: [String]? = nil) -> JSON {
        [
            "type": "object", "properties": .object(members.map { .init($0.0, $0.1) }),
            "required": .array((required ?? members.map(\.0)).map { .string($0) }), "additionalProperties": false,
        ]
    }

    static func text(_ bytes: Int) -> JSON {
        ["type": "string", "minLength": 1, "maxLength": .integer(Int64(bytes))]
    }
    static func hexadecimal(_ digits: Int) -> JSON {
        ["type": "string", "pattern": .string("^[0-9a-fA-F]{\(digits)}$")]
    }
    static func nullable(_ type: String) -> JSON { ["type": [.string(type), "null"]] }
    static let time: JSON = ["type": "string", "format": "date-time"]
}
