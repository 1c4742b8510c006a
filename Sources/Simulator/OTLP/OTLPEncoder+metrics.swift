import Domain

extension OTLPEncoder {
    /// An `ExportMetricsServiceRequest` of a model server's reports.
    static func metrics(_ reports: some Collection<ModelServerReport>) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.message(1) { resource in
            resource.message(1) { write(resourceOfServer, field: 1, into: &$0) }
            resource.message(2) { scope in
                scope.message(1) { $0.string(1, "prometheus") }
                for report in reports { write(report, into: &scope) }
            }
        }
        return writer.bytes
    }

    private static let resourceOfServer: ReportedAttributes = [
        "service.name": "vllm-llama", "service.instance.id": "gpu-1:8000", "deployment.environment.name": "prod",
    ]
    private static let labels: ReportedAttributes = ["model_name": "llama-3.3-70b"]

    private static func write(_ report: ModelServerReport, into scope: inout ProtobufWriter) {
        gauge("vllm:num_requests_waiting", Double(report.waiting), report, into: &scope)
        gauge("vllm:num_requests_running", Double(report.running), report, into: &scope)
        gauge("vllm:kv_cache_usage_perc", report.cacheShare, report, into: &scope)
        sum("vllm:prompt_tokens", report.promptTokens, report, into: &scope)
        sum("vllm:generation_tokens", report.generationTokens, report, into: &scope)
        histogram("vllm:time_to_first_token_seconds", report, into: &scope)
    }

    private static func gauge(
        _ name: String, _ level: Double, _ report: ModelServerReport, into scope: inout ProtobufWriter
    ) {
        scope.message(2) { metric in
            metric.string(1, name)
            metric.message(5) { $0.message(1) { point(level, report, into: &$0) } }
        }
    }

    private static func sum(
        _ name: String, _ amount: Double, _ report: ModelServerReport, into scope: inout ProtobufWriter
    ) {
        scope.message(2) { metric in
            metric.string(1, name)
            metric.message(7) { data in
                data.message(1) { point(amount, report, into: &$0) }
                data.varint(2, cumulative)
                data.bool(3, true)
            }
        }
    }

    private static func histogram(_ name: String, _ report: ModelServerReport, into scope: inout ProtobufWriter) {
        scope.message(2) { metric in
            metric.string(1, name)
            metric.string(3, "s")
            metric.message(9) { data in
                data.message(1) { point in
                    times(report, into: &point)
                    point.fixed64(4, report.firstTokenCounts.reduce(0, +))
                    point.double(5, report.firstTokenSum)
                    for count in report.firstTokenCounts { point.fixed64(6, count) }
                    for bound in ModelServerReport.bounds { point.double(7, bound) }
                    write(labels, field: 9, into: &point)
                }
                data.varint(2, cumulative)
            }
        }
    }

    private static func point(_ number: Double, _ report: ModelServerReport, into point: inout ProtobufWriter) {
        times(report, into: &point)
        point.double(4, number)
        write(labels, field: 7, into: &point)
    }

    private static func times(_ report: ModelServerReport, into point: inout ProtobufWriter) {
        point.fixed64(2, UInt64(clamping: report.start.nanoseconds))
        point.fixed64(3, UInt64(clamping: report.time.nanoseconds))
    }

    /// OTLP's number for sums since the start.
    private static let cumulative: Int64 = 2
}
