import Domain

extension ControlStore {
    /// What waits longest for `receiver`; nil when nothing does. What cannot be understood, such as a notification of a newer version, is
    /// given up.
    public func nextDelivery(to receiver: String) throws -> Delivery? {
        while true {
            let (row, delivery) = try read { file in
                let search = try file.statement(
                    Delivery.selection + " WHERE state = 'waiting' AND receiver = ? ORDER BY id LIMIT 1")
                search.bind(receiver, at: 1)
                defer { search.reset() }
                return try search.step() ? (search.integer(0), Delivery(search, receiver: receiver)) : (nil, nil)
            }
            guard let row else { return nil }
            if let delivery { return delivery }
            try change { try $0.lose(row: row, of: receiver, "it was written by another version of headframed") }
        }
    }

    /// What `receiver` takes for firing.
    public func told(_ receiver: String) throws -> [Alert] {
        try read { file in
            let search = try file.statement("SELECT alert FROM told WHERE receiver = ? ORDER BY alert_id")
            search.bind(receiver, at: 1)
            defer { search.reset() }
            var alerts: [Alert] = []
            while try search.step() {
                if let alert = search.text(0).flatMap({ try? JSON(parsing: $0) }).flatMap({ Alert($0) }) {
                    alerts.append(alert)
                }
            }
            return alerts
        }
    }

    /// How deliveries to the receiver `name` went.
    public func receiverStatus(_ name: String, kind: String) throws -> ReceiverStatus {
        try read { file in
            var status = ReceiverStatus(name: name, kind: kind)
            let waiting = try file.statement("SELECT count(*) FROM delivery WHERE state = 'waiting' AND receiver = ?")
            waiting.bind(name, at: 1)
            if try waiting.step() { status.waiting = Int(clamping: waiting.integer(0)) }
            waiting.reset()
            let search = try file.statement(
                "SELECT delivered, lost, success_ns, failure_ns, trouble FROM receiver WHERE name = ?")
            search.bind(name, at: 1)
            defer { search.reset() }
            guard try search.step() else { return status }
            (status.delivered, status.lost) = (search.integer(0), search.integer(1))
            status.lastSuccess = search.optionalInteger(2).map { Timestamp(nanoseconds: $0) }
            status.lastFailure = search.optionalInteger(3).map { Timestamp(nanoseconds: $0) }
            status.trouble = search.text(4)
            return status
        }
    }
}
