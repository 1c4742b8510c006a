extension Alert {
    /// The order of boards: what waits for somebody first, then what is in force, pages before warnings, newest first; resolved ones last.
    public static func comesFirst(_ a: Alert, _ b: Alert) -> Bool {
        if a.rank != b.rank { return a.rank < b.rank }
        if a.severity != b.severity { return a.severity > b.severity }
        return a.since != b.since ? a.since > b.since : a.id < b.id
    }

    private var rank: Int {
        switch state {
        case _ where waits: 0
        case .firing, .noData: 1
        case .pending: 2
        case .resolved: 3
        }
    }
}
