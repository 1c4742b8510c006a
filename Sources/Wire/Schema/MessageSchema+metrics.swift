extension MessageSchema {
    static let metrics: [MessageSchema: [FieldSchema]] = [
        .metricsRequest: [.list(1, "resourceMetrics", .message(.resourceMetrics))],
        .resourceMetrics: [
            .init(1, "resource", .message(.resource)), .list(2, "scopeMetrics", .message(.scopeMetrics)),
            .init(3, "schemaUrl", .string),
        ],
        .scopeMetrics: [
            .init(1, "scope", .message(.scope)), .list(2, "metrics", .message(.metric)), .init(3, "schemaUrl", .string),
        ],
        .metric: [
            .init(1, "name", .string), .init(2, "description", .string), .init(3, "unit", .string),
            .init(5, "gauge", .message(.numberPoints)), .init(7, "sum", .message(.numberPoints)),
            .init(9, "histogram", .message(.histogramPoints)),
            .init(10, "exponentialHistogram", .message(.exponentialPoints)),
            .init(11, "summary", .message(.summaryPoints)), .list(12, "metadata", .message(.keyValue)),
        ],
        .numberPoints: series(.numberPoint),
        .histogramPoints: series(.histogramPoint),
        .exponentialPoints: series(.exponentialPoint),
        .summaryPoints: series(.summaryPoint),
        .numberPoint: times + [
            .init(4, "asDouble", .double), .list(5, "exemplars", .message(.exemplar)),
            .init(6, "asInt", .signedFixed64),
            .list(7, "attributes", .message(.keyValue)), .init(8, "flags", .uint32),
        ],
        .histogramPoint: times + [
            .init(4, "count", .fixed64), .init(5, "sum", .double), .list(6, "bucketCounts", .fixed64),
            .list(7, "explicitBounds", .double), .list(8, "exemplars", .message(.exemplar)),
            .list(9, "attributes", .message(.keyValue)), .init(10, "flags", .uint32), .init(11, "min", .double),
            .init(12, "max", .double),
        ],
        .exponentialPoint: times + [
            .list(1, "attributes", .message(.keyValue)), .init(4, "count", .fixed64), .init(5, "sum", .double),
            .init(6, "scale", .signed32), .init(7, "zeroCount", .fixed64), .init(8, "positive", .message(.buckets)),
            .init(9, "negative", .message(.buckets)), .init(10, "flags", .uint32),
            .list(11, "exemplars", .message(.exemplar)), .init(12, "min", .double), .init(13, "max", .double),
            .init(14, "zeroThreshold", .double),
        ],
        .summaryPoint: times + [
            .init(4, "count", .fixed64), .init(5, "sum", .double), .list(6, "quantileValues", .message(.quantile)),
            .list(7, "attributes", .message(.keyValue)), .init(8, "flags", .uint32),
        ],
        .buckets: [.init(1, "offset", .signed32), .list(2, "bucketCounts", .uint64)],
        .quantile: [.init(1, "quantile", .double), .init(2, "value", .double)],
        .exemplar: [
            .init(2, "timeUnixNano", .fixed64), .init(3, "asDouble", .double), .init(4, "spanId", .identifier),
            .init(5, "traceId", .identifier), .init(6, "asInt", .signedFixed64),
            .list(7, "filteredAttributes", .message(.keyValue)),
        ],
    ]

    private static let times: [FieldSchema] = [
        .init(2, "startTimeUnixNano", .fixed64), .init(3, "timeUnixNano", .fixed64),
    ]

    private static func series(_ point: MessageSchema) -> [FieldSchema] {
        [
            .list(1, "dataPoints", .message(point)), .init(2, "aggregationTemporality", .enumeration),
            .init(3, "isMonotonic", .bool),
        ]
    }
}
