extension RedactionCounts {
    /// The kinds of which something was taken out, with how often.
    public var json: JSON {
        .object(nonzero.map { JSON.Member($0.kind.rawValue, .integer($0.count)) })
    }

    /// The counts that `json` says; kinds that it does not name, or says wrongly, count as none.
    public init(_ json: JSON?) {
        self.init()
        for kind in SensitiveKind.allCases { self[kind] = json?[kind.rawValue]?.integer ?? 0 }
    }
}
