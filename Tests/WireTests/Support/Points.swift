import OTLPMessages

extension OTLPExportMetricsServiceRequest {
    /// Data points of all metrics.
    var dataPoints: Int {
        resourceMetrics.flatMap(\.scopeMetrics).flatMap(\.metrics).reduce(0) { sum, metric in
            switch metric.data {
            case .gauge(let data): sum + data.dataPoints.count
            case .sum(let data): sum + data.dataPoints.count
            case .histogram(let data): sum + data.dataPoints.count
            case .exponentialHistogram(let data): sum + data.dataPoints.count
            case .summary(let data): sum + data.dataPoints.count
            case nil: sum
            }
        }
    }
}
