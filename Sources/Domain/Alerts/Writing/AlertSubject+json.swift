extension AlertSubject {
    /// An object of its labels, in their order; null where nothing is said.
    public var json: JSON { .object(labels.map { .init($0.dimension.rawValue, JSON($0.value)) }) }

    /// The subject that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let members = json.members else { return nil }
        self.init()
        for member in members {
            guard let dimension = Dimension(rawValue: member.name) else { return nil }
            switch member.value {
            case .string(let text): labels.append(Label(dimension, text))
            case .null: labels.append(Label(dimension, nil))
            default: return nil
            }
        }
    }
}
