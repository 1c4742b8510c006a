import Domain

extension Intake {
    /// What the data points of `batch`, received at `received`, bring to the store. A point of a time that cannot be is refused: filed by
    /// when it came, it would be another one each time it is sent again.
    func telemetry(of batch: MetricBatch, received: Timestamp) -> (Telemetry, rejected: Rejection?) {
        var (telemetry, batch) = (Telemetry(received: received), batch)
        telemetry.metrics.reserveCapacity(batch.points.count)
        for point in batch.points {
            if let time = FilingTimes.kept(point.time, received: received, retention: retention) {
                telemetry.metrics.append(MetricObservation(point: point, time: time))
            } else {
                batch.reject("a time is missing, lies in the future, or before what is kept")
            }
        }
        return (telemetry, batch.rejected)
    }
}

extension Rejection {
    /// What was refused, and the points for which the store had no room; nil when everything was taken.
    init?(_ rejected: Rejection?, dropped: Int) {
        guard dropped > 0 else {
            guard let rejected else { return nil }
            self = rejected
            return
        }
        self.init(
            count: (rejected?.count ?? 0) + dropped,
            reason: rejected?.reason ?? "more series of metrics than are kept a day: use fewer labels")
    }
}
