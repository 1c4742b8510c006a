import Domain
import Redaction

extension Intake {
    /// What the data points of `batch`, received at `received`, bring to the store. A point of a time that cannot be is refused: filed by
    /// when it came, it would be another one each time it is sent again.
    func telemetry(of batch: MetricBatch, received: Timestamp) -> (
        Telemetry, rejected: Rejection?, redactions: RedactionCounts
    ) {
        var (telemetry, batch, counts) = (Telemetry(received: received), batch, RedactionCounts())
        telemetry.metrics.reserveCapacity(batch.points.count)
        for point in batch.points {
            if let time = FilingTimes.kept(point.time, received: received, retention: retention) {
                telemetry.metrics.append(MetricObservation(point: masked(point, &counts), time: time))
            } else {
                batch.reject("a time is missing, lies in the future, or before what is kept")
            }
        }
        return (telemetry, batch.rejected, counts)
    }

    /// The point without what may not be kept. Of its texts only few are stored: the name of the service and the labels that tell its
    /// series apart.
    private func masked(_ point: MetricPoint, _ counts: inout RedactionCounts) -> MetricPoint {
        var point = point
        point.service = masked(point.service, &counts) ?? point.service
        for index in point.labels.indices {
            if let value = masked(point.labels[index].value, &counts) { point.labels[index].value = value }
        }
        return point
    }

    private func masked(_ text: String, _ counts: inout RedactionCounts) -> String? {
        var text = text
        let bytes = text.withUTF8 { redaction.masker.masked(UnsafeRawBufferPointer($0), counts: &counts) }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
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
