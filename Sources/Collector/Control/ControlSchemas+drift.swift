import Domain

extension ControlSchemas {
    static let driftReferenceDraft: JSON = object(
        [
            ("environment", text(DriftReferenceDraft.longestName)), ("service", text(DriftReferenceDraft.longestName)),
            ("side", ["type": "string", "enum": .array(DriftSignal.Side.allCases.map { .string($0.rawValue) })]),
            ("from", time), ("to", time), ("reason", text(DriftReferenceDraft.longestReason)),
        ], required: ["environment", "service", "reason"])

    static let driftChoice: JSON = object(
        [
            ("environment", ["type": "string"]), ("service", ["type": "string"]), ("side", ["type": "string"]),
            ("from", time), ("to", time), ("reason", ["type": "string"]), ("by", ["type": "string"]), ("time", time),
        ], required: ["environment", "service", "reason", "by", "time"])
}
