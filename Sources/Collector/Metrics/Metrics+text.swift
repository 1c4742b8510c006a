import Domain
import Storage
import Wire

extension Metrics {
    /// All numbers in the text format of Prometheus.
    ///
    /// - Parameter addOthers: adds those that are not counted here.
    func text(
        writer: WriterStatistics, budget: DecodeBudget, process: ProcessFacts,
        addOthers: (inout PrometheusText) -> Void
    ) -> String {
        var text = PrometheusText()
        text.metric("headframe_build_info", .gauge, "Version of the collector.")
        text.sample("headframe_build_info", 1, ["version": Collector.version])
        addRequests(&text)
        addStore(writer, &text)
        text.single(
            "headframe_decode_budget_bytes", .gauge, "Memory that requests may take while they are read.",
            Double(budget.capacity))
        text.single(
            "headframe_decode_budget_used_bytes", .gauge, "Memory that requests take while they are read.",
            Double(budget.used))
        addOthers(&text)
        process.add(to: &text)
        return text.text
    }

    private func addRequests(_ text: inout PrometheusText) {
        text.family(
            "headframe_received_items_total", label: "signal", "Spans, log records and data points received.", received)
        text.single(
            "headframe_rejected_items_total", .counter, "Items refused while the rest of their request was taken.",
            Double(rejectedItems.value))
        text.family(
            "headframe_metric_points_total", label: "outcome",
            "Data points of metrics, by what became of them: dropped ones are beyond the limit of series a day.", points
        )
        text.family(
            "headframe_rejected_requests_total", label: "reason", "Export requests refused as a whole, by reason.",
            rejectedRequests)
        text.family(
            "headframe_redactions_total", label: "kind", "Texts and values taken out before storing, by kind.",
            redactions)
        text.family("headframe_http_responses_total", label: "code", "Answers by HTTP status.", answers)
        text.family("headframe_grpc_responses_total", label: "code", "Answers by gRPC status.", grpcAnswers)
        text.single(
            "headframe_http_received_bytes_total", .counter, "Bytes of bodies received, as sent.",
            Double(receivedBytes.value))
        text.single("headframe_http_connections", .gauge, "Open connections.", Double(connections.value))
        text.single(
            "headframe_http_refused_connections_total", .counter, "Connections refused because there were too many.",
            Double(refusedConnections.value))
        text.single(
            "headframe_intake_queue_requests", .gauge, "Requests that wait to be read.", Double(queued.value))
        text.single(
            "headframe_intake_queue_capacity_requests", .gauge, "Requests that may wait to be read.",
            Double(Receiver.queueCapacity))
        text.histogram(
            "headframe_export_duration_seconds", "From the last byte of an export request to its answer.", exportTimes)
    }

    private func addStore(_ writer: WriterStatistics, _ text: inout PrometheusText) {
        text.single(
            "headframe_stored_items_total", .counter, "Spans, log records and scores that are new in the store.",
            Double(writer.stored))
        text.single(
            "headframe_duplicate_items_total", .counter, "Spans, log records and scores that were in the store before.",
            Double(writer.duplicates))
        text.single(
            "headframe_late_items_total", .counter,
            "Spans and log records stored that belong to a day before the one on which they came.",
            Double(writer.late))
        text.single(
            "headframe_store_queue_requests", .gauge, "Requests that wait to be stored.", Double(writer.queuedRequests))
        text.single("headframe_store_queue_items", .gauge, "Items that wait to be stored.", Double(writer.queuedItems))
        text.single(
            "headframe_store_queue_bytes", .gauge, "Memory of what waits to be stored.", Double(writer.queuedBytes))
        text.single(
            "headframe_store_behind_seconds", .gauge, "Age of the oldest item that waits to be stored.",
            writer.behind.seconds)
        text.summary(
            "headframe_store_commit_seconds", "Time of transactions.", sum: writer.commitSeconds, count: writer.commits)
        text.summary(
            "headframe_store_sync_seconds", "Time of transactions spent waiting for the disk.", sum: writer.syncSeconds,
            count: writer.commits)
        text.summary(
            "headframe_store_fold_seconds", "Time of merging rollups.", sum: writer.foldSeconds, count: writer.folds)
        text.summary(
            "headframe_store_checkpoint_seconds", "Time of checkpoints.", sum: writer.checkpointSeconds,
            count: writer.checkpoints)
        text.single(
            "headframe_store_failed_requests_total", .counter, "Requests that could not be stored.",
            Double(writer.failures))
        text.single("headframe_store_log_bytes", .gauge, "Size of the write-ahead logs.", Double(writer.logBytes))
        text.single(
            "headframe_store_up", .gauge, "Whether the store takes telemetry.", writer.trouble == nil ? 1 : 0)
    }
}
