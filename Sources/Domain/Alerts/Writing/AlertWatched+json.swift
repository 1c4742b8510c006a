extension AlertWatched {
    /// One of `measure`, `objective` and `budget` is there.
    public var json: JSON {
        switch self {
        case .measure(let measure, let window, let side):
            [
                "measure": .string(measure.text), "window_ms": JSON(window.milliseconds),
                "alarms": .string(side.rawValue),
            ]
        case .objective(let target, let long): ["objective": JSON(target), "window_ms": JSON(long.milliseconds)]
        case .budget(let unit): ["budget": .string(unit.rawValue)]
        }
    }

    /// What `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        if let measure = json["measure"]?.string.flatMap({ AlertMeasure($0) }), let window = json.length("window_ms"),
            let side = json["alarms"]?.string.flatMap(Side.init)
        {
            self = .measure(measure, window: window, alarms: side)
        } else if let target = json["objective"]?.double, let long = json.length("window_ms") {
            self = .objective(target: target, long: long)
        } else if let unit = json["budget"]?.string.flatMap(BudgetUnit.init) {
            self = .budget(unit)
        } else {
            return nil
        }
    }
}
