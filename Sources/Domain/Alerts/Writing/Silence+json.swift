extension Silence {
    /// As stores keep it and the command line prints it; `covers` has one of `alert`, `rule` and a dimension.
    public var json: JSON {
        let covered: JSON.Member =
            switch covers {
            case .alert(let id): .init("alert", .string(id.description))
            case .rule(let name): .init("rule", .string(name))
            case .label(let dimension, let value): .init(dimension.rawValue, .string(value))
            }
        return [
            "id": .integer(id.rawValue), "covers": .object([covered]), "from": JSON(from), "until": JSON(until),
            "reason": .string(reason), "by": .string(principal),
        ]
    }

    /// The silence that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let id = json["id"]?.integer, let covered = json["covers"]?.members?.first,
            let text = covered.value.string, let from = json.moment("from"), let until = json.moment("until"),
            let reason = json["reason"]?.string, let principal = json["by"]?.string
        else { return nil }
        let covers: Covers
        switch covered.name {
        case "alert":
            guard let id = AlertID(text) else { return nil }
            covers = .alert(id)
        case "rule": covers = .rule(text)
        default:
            guard let dimension = Dimension(rawValue: covered.name) else { return nil }
            covers = .label(dimension, text)
        }
        self.init(
            id: SilenceID(rawValue: id), covers: covers, from: from, until: until, reason: reason,
            principal: principal)
    }
}
