import Domain

extension ControlTransaction {
    /// Has `notification` delivered to each of `receivers` once this is committed.
    ///
    /// More than ten thousand that wait are not kept: the oldest are lost, and counted.
    public func enqueue(_ notification: AlertNotification, to receivers: [String]) throws {
        var random = SystemRandomNumberGenerator()
        let text = notification.json.text
        let insertion = try file.statement(
            "INSERT INTO delivery (key, receiver, notification, queued_ns, due_ns) VALUES (?, ?, ?, ?, ?)")
        for receiver in receivers {
            insertion.bind(IdempotencyKey(using: &random).text, at: 1)
            insertion.bind(receiver, at: 2)
            insertion.bind(text, at: 3)
            insertion.bind(time.nanoseconds, at: 4)
            insertion.bind(time.nanoseconds, at: 5)
            try insertion.run()
        }
        let waiting = try file.number("SELECT count(*) FROM delivery WHERE state = 'waiting'") ?? 0
        if waiting > Self.mostDeliveries { try dropOldest(waiting - Self.mostDeliveries) }
    }

    /// Writes down that a delivery arrived. One that is finished already stays as it is.
    public func finish(_ delivery: Delivery) throws {
        guard try finish(row: delivery.row, "delivered", error: nil) else { return }
        let upsert = try file.statement(
            """
            INSERT INTO receiver (name, delivered, success_ns) VALUES (?, 1, ?)
            ON CONFLICT DO UPDATE SET delivered = delivered + 1, success_ns = excluded.success_ns, trouble = NULL
            """)
        upsert.bind(delivery.receiver, at: 1)
        upsert.bind(time.nanoseconds, at: 2)
        try upsert.run()
        try forgetFinished()
    }

    /// Writes down that an attempt failed: it is tried again at `next`, or given up when that is nil. One that is finished already stays
    /// as it is.
    public func fail(_ delivery: Delivery, _ trouble: String, next: Timestamp?) throws {
        guard let next else { return try lose(row: delivery.row, of: delivery.receiver, trouble) }
        let update = try file.statement(
            "UPDATE delivery SET attempts = ?, due_ns = ?, error = ? WHERE id = ? AND state = 'waiting'")
        update.bind(Int64(delivery.attempts + 1), at: 1)
        update.bind(next.nanoseconds, at: 2)
        update.bind(trouble, at: 3)
        update.bind(delivery.row, at: 4)
        try update.run()
        try note(trouble, of: delivery.receiver)
    }

    /// Gives up what waits for receivers other than `receivers`, and forgets what those were told.
    public func abandonDeliveries(except receivers: Set<String>) throws {
        let search = try file.statement("SELECT id, receiver FROM delivery WHERE state = 'waiting' ORDER BY id")
        var abandoned: [(row: Int64, receiver: String)] = []
        while try search.step() {
            let receiver = search.text(1) ?? ""
            if !receivers.contains(receiver) { abandoned.append((search.integer(0), receiver)) }
        }
        search.reset()
        for (row, receiver) in abandoned { try lose(row: row, of: receiver, "it is not configured any more") }
        for table in [("told", "receiver"), ("receiver", "name")] {
            let names = try file.statement("SELECT DISTINCT \(table.1) FROM \(table.0)")
            var gone: [String] = []
            while try names.step() { if let name = names.text(0), !receivers.contains(name) { gone.append(name) } }
            names.reset()
            let deletion = try file.statement("DELETE FROM \(table.0) WHERE \(table.1) = ?")
            for name in gone {
                deletion.bind(name, at: 1)
                try deletion.run()
            }
        }
    }

    /// Replaces what `receiver` takes for firing; of more than a thousand the last.
    public func keepTold(_ alerts: some BidirectionalCollection<Alert>, to receiver: String) throws {
        let deletion = try file.statement("DELETE FROM told WHERE receiver = ?")
        deletion.bind(receiver, at: 1)
        try deletion.run()
        let insertion = try file.statement("INSERT OR REPLACE INTO told VALUES (?, ?, ?)")
        for alert in alerts.suffix(Self.mostTold) {
            insertion.bind(receiver, at: 1)
            insertion.bind(Int64(alert.id.number), at: 2)
            insertion.bind(alert.json.text, at: 3)
            try insertion.run()
        }
    }

    private func dropOldest(_ count: Int64) throws {
        let search = try file.statement(
            "SELECT id, receiver FROM delivery WHERE state = 'waiting' ORDER BY id LIMIT ?")
        search.bind(count, at: 1)
        var oldest: [(row: Int64, receiver: String)] = []
        while try search.step() { oldest.append((search.integer(0), search.text(1) ?? "")) }
        search.reset()
        for (row, receiver) in oldest {
            try lose(row: row, of: receiver, "more than \(Self.mostDeliveries) notifications were waiting")
        }
    }

    func lose(row: Int64, of receiver: String, _ trouble: String) throws {
        guard try finish(row: row, "lost", error: trouble) else { return }
        try note(trouble, of: receiver)
        let update = try file.statement("UPDATE receiver SET lost = lost + 1 WHERE name = ?")
        update.bind(receiver, at: 1)
        try update.run()
        try forgetFinished()
    }

    /// Whether it was waiting until now.
    private func finish(row: Int64, _ state: String, error: String?) throws -> Bool {
        let update = try file.statement(
            """
            UPDATE delivery SET state = ?, finished_ns = ?, error = ?, notification = NULL
            WHERE id = ? AND state = 'waiting' RETURNING id
            """)
        update.bind(state, at: 1)
        update.bind(time.nanoseconds, at: 2)
        update.bind(error, at: 3)
        update.bind(row, at: 4)
        defer { update.reset() }
        return try update.step()
    }

    private func note(_ trouble: String, of receiver: String) throws {
        let upsert = try file.statement(
            """
            INSERT INTO receiver (name, failure_ns, trouble) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET failure_ns = excluded.failure_ns, trouble = excluded.trouble
            """)
        upsert.bind(receiver, at: 1)
        upsert.bind(time.nanoseconds, at: 2)
        upsert.bind(trouble, at: 3)
        try upsert.run()
    }

    private func forgetFinished() throws {
        let deletion = try file.statement("DELETE FROM delivery WHERE finished_ns < ?")
        deletion.bind(time.advanced(by: .days(-1)).nanoseconds, at: 1)
        try deletion.run()
    }

    private static let mostDeliveries: Int64 = 10_000
    private static let mostTold = 1_000
}
