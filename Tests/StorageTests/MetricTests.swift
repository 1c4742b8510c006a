import Domain
import Testing

@testable import Storage

/// What metrics said against what the store answers.
@Suite struct MetricTests {
    private let start = Timestamp(rfc3339: "2026-11-24T10:00:00Z") ?? Timestamp(nanoseconds: 0)
    private var hour: TimeRange { TimeRange(from: start, to: start.advanced(by: .hours(1))) }

    private func point(
        _ name: String, _ value: MetricValue, seconds: Int64, stream: UInt64 = 1, began: Int64? = -86_400,
        service: String = "vllm", labels: [MetricLabel] = []
    ) -> MetricObservation {
        let time = start.advanced(by: .seconds(seconds))
        let began = began.map { UInt64(clamping: start.advanced(by: .seconds($0)).nanoseconds) } ?? 0
        let kind: MetricKind =
            switch value {
            case .level: .gauge
            case .amount: .sum
            case .distribution: .histogram
            }
        return MetricObservation(
            point: MetricPoint(
                name: name, unit: "", kind: kind, service: service, environment: "prod", labels: labels, stream: stream,
                start: began, time: UInt64(clamping: time.nanoseconds), value: value), time: time)
    }

    private func tokens(_ amount: Double, _ seconds: Int64, stream: UInt64 = 1, began: Int64? = -86_400)
        -> MetricObservation
    {
        point(
            "vllm:generation_tokens_total", .amount(amount, isDifference: false), seconds: seconds, stream: stream,
            began: began)
    }

    private func telemetry(_ metrics: [MetricObservation]) -> Telemetry {
        var telemetry = Telemetry(received: FixedClock().time)
        telemetry.metrics = metrics
        return telemetry
    }

    private func answer(
        _ store: TemporaryStore, _ range: TimeRange? = nil, step: Nanoseconds = .minutes(1)
    ) throws -> [MetricSeries] {
        let range = range ?? hour
        return try store.reader().metrics(MetricsQuery(range: range, step: step, at: range.to))
    }

    private func stored(_ requests: [[MetricObservation]]) throws -> TemporaryStore {
        let store = TemporaryStore()
        let writer = try store.writer()
        for request in requests { try writer.store(telemetry(request)) }
        writer.close()
        return store
    }

    @Test func countersBecomeWhatCameInEachMinute() throws {
        let store = try stored([
            [tokens(1000, 0), tokens(1600, 60), tokens(1900, 90)], [tokens(2500, 120), tokens(2500, 180)],
        ])
        let series = try #require(try answer(store).first)
        #expect((series.meaning, series.service, series.environment) == (.outputTokens, "vllm", "prod"))
        // Nobody knows when the first thousand came.
        #expect(series.points.prefix(5) == [nil, .amount(900), .amount(600), .amount(0), nil])
        #expect(series.total == .amount(1500))
        let coarse = try #require(try answer(store, step: .minutes(10)).first)
        #expect(coarse.points.first == .amount(1500) && coarse.points.count == 6)
    }

    /// A server that starts again counts from zero, with or without saying when it began.
    @Test func countersThatBeginAnewLoseNothing() throws {
        let said = try stored([
            [
                tokens(1000, 0), tokens(1500, 60), tokens(40, 120, stream: 2, began: 100),
                tokens(90, 180, stream: 2, began: 100),
            ]
        ])
        #expect(try answer(said).first?.total == .amount(590))
        let unsaid = try stored([
            [tokens(1000, 0, began: nil), tokens(1500, 60, began: nil), tokens(40, 120, began: nil)]
        ])
        #expect(try answer(unsaid).first?.total == .amount(540))
        // A stream of which nothing was heard for long is where counting goes on from.
        let silent = try stored([[tokens(1000, 0), tokens(9000, 1500), tokens(9100, 1560)]])
        #expect(try answer(silent).first?.total == .amount(100))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theOrderOfPointsAndRepeatingThemChangesNothing(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var points: [MetricObservation] = []
        for stream in 1...3 as ClosedRange<UInt64> {
            var sum = 0.0
            var counts: [Int64] = [0, 0, 0]
            for seconds in stride(from: Int64(stream), to: 600, by: 13) {
                sum += Double(Int.random(in: 0..<50, using: &random))
                counts[Int.random(in: 0..<3, using: &random)] += 1
                points.append(tokens(sum, seconds, stream: stream, began: 0))
                let buckets: [MetricDistribution.Bucket] = zip(
                    [(-Double.infinity, 0.1), (0.1, 1), (1, .infinity)], counts
                )
                .filter { $1 > 0 }.map { .init(.init($0.0, $0.1), $1) }
                let distribution = MetricDistribution(
                    count: counts.reduce(0, +), sum: Double(seconds), buckets: buckets)
                points.append(
                    point(
                        "vllm:time_to_first_token_seconds", .distribution(distribution, isDifference: false),
                        seconds: seconds, stream: stream, began: 0))
                points.append(
                    point("tgi_request_count", .amount(1, isDifference: true), seconds: seconds, stream: stream))
                points.append(
                    point("vllm:num_requests_waiting", .level(Double(seconds % 7)), seconds: seconds, stream: stream))
            }
        }
        let wanted = try answer(try stored([points]))
        #expect(wanted.count == 4)
        let store = TemporaryStore()
        let shuffled = points.shuffled(using: &random)
        // The daemon ends and starts again in between; everything comes twice.
        for part in [shuffled[..<200], shuffled[100...], shuffled[...]] {
            let writer = try store.writer()
            try writer.store(telemetry(Array(part)))
            writer.close()
        }
        #expect(try answer(store) == wanted)
    }

    @Test func aRequestSentAgainChangesNothing() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        let request = telemetry([
            tokens(10, 0), point("vllm:num_requests_running", .level(3), seconds: 5),
            point("gen_ai.client.token.usage", .amount(4, isDifference: true), seconds: 9),
        ])
        #expect(try writer.store(request).points == 3)
        let again = try writer.store(request)
        #expect((again.points, again.repeatedPoints, again.droppedPoints) == (0, 3, 0))
        #expect(writer.statistics.points == 3 && writer.statistics.repeatedPoints == 3)
        writer.close()
    }

    @Test func levelsOfSeveralServersAddUpAndOfCachesTheFullestCounts() throws {
        func both(_ name: String, _ first: Double, _ second: Double, _ seconds: Int64) -> [MetricObservation] {
            [
                point(name, .level(first), seconds: seconds, stream: 1),
                point(name, .level(second), seconds: seconds + 1, stream: 2),
            ]
        }
        let store = try stored([
            both("vllm:num_requests_waiting", 3, 4, 0) + both("vllm:num_requests_waiting", 1, 9, 60)
                + both("vllm:kv_cache_usage_perc", 0.9, 0.2, 0),
            // One of them ends.
            [point("vllm:num_requests_waiting", .level(5), seconds: 600, stream: 2)],
        ])
        let range = TimeRange(from: start, to: start.advanced(by: .minutes(11)))
        let series = try answer(store, range)
        #expect(series.map(\.meaning) == [.cacheShare, .waiting])
        #expect(series.first?.points.first??.level == 0.9)
        // Long over, so not the present level.
        #expect(series.first?.total == nil)
        let waiting = try #require(series.last)
        #expect(waiting.points.map { $0?.level } == [7, 10, 10, 10, 10, 10, nil, nil, nil, nil, 5])
        #expect(waiting.total?.level == 5)
        #expect(waiting.points[0] == .level(latest: 7, lowest: 7, highest: 7))
    }

    @Test func histogramsAreAddedExactlyAndTimesAreSeconds() throws {
        func times(_ counts: [Int64], _ seconds: Int64, stream: UInt64) -> MetricObservation {
            let ends: [(Double, Double)] = [(-.infinity, 100), (100, 200), (200, .infinity)]
            let buckets = zip(ends, counts).filter { $1 > 0 }.map { MetricDistribution.Bucket(.init($0.0, $0.1), $1) }
            let distribution = MetricDistribution(count: counts.reduce(0, +), sum: 1000, buckets: buckets)
            var found = point(
                "gen_ai.server.time_to_first_token", .distribution(distribution, isDifference: false), seconds: seconds,
                stream: stream)
            found.point.unit = "ms"
            return found
        }
        let store = try stored([
            [times([5, 0, 0], 0, stream: 1), times([15, 10, 0], 60, stream: 1)],
            [times([1, 1, 0], 0, stream: 2), times([1, 11, 0], 60, stream: 2)],
        ])
        let distribution = try #require(try answer(store).first?.total?.distribution)
        #expect(distribution.count == 30)
        #expect(distribution.buckets.map(\.count) == [10, 20])
        #expect(distribution.quantile(1.0 / 3) == 0.1)
        #expect(distribution.quantile(1) == 0.2)
        let median = try #require(distribution.quantile(0.5))
        #expect(abs(median - 0.125) < 1e-9)
    }

    @Test func beyondTheLimitPointsAreDroppedAndTold() throws {
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.metricSeriesLimit = 3
        let writer = try store.writer(options)
        func points(_ numbers: Range<Int>) -> Telemetry {
            telemetry(
                numbers.map {
                    point("vllm:num_requests_waiting", .level(1), seconds: 0, labels: [MetricLabel("model", "m\($0)")])
                })
        }
        let first = try writer.store(points(0..<5))
        #expect((first.points, first.droppedPoints) == (3, 2))
        #expect(try writer.store(points(1..<3)).repeatedPoints == 2)
        writer.close()
        #expect(try answer(store).count == 3)
    }

    /// Points across midnight stand in two files; counting goes on over them.
    @Test func countingGoesOnOverMidnight() throws {
        let midnight: Int64 = 14 * 3600
        let store = try stored([[tokens(100, midnight - 60), tokens(250, midnight), tokens(300, midnight + 60)]])
        let range = TimeRange(
            from: start.advanced(by: .seconds(midnight)), to: start.advanced(by: .seconds(midnight + 600)))
        #expect(try answer(store, range).first?.total == .amount(200))
    }

    /// However often the day's segments have rolled, what is repeated is found.
    @Test func metricsStandInTheFirstSegmentOfTheDay() throws {
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.segmentSpans = 10
        let writer = try store.writer(options)
        let request = telemetry([tokens(5, 0), tokens(9, 60)])
        try writer.store(request)
        for id in 1...30 as ClosedRange<UInt64> { try writer.store(Telemetry([SampleSpan(id, id, at: start)])) }
        #expect(try StoreDirectory(existing: store.path).segmentNames().count > 2)
        #expect(try writer.store(request).repeatedPoints == 2)
        writer.close()
        #expect(try answer(store).first?.total == .amount(4))
    }

    /// A store of the version before has no metrics, reads as before and takes them.
    @Test func segmentsOfTheFirstVersionAreReadAndBroughtUpToDate() throws {
        let store = TemporaryStore()
        var writer = try store.writer()
        try writer.store(Telemetry([SampleSpan(1, 1, at: start)]))
        writer.close()
        let path = store.path + "/segments/2026-11-24.db"
        let file = try DatabaseFile(path, .write(schema: SegmentSchema.migrator, version: SegmentSchema.version))
        try file.execute("DROP VIEW whole_span")
        for table in [
            "metric_series", "metric_minute", "label_run", "label_delta", "supplement", "pending_supplement",
            "block_calls",
        ] {
            try file.execute("DROP TABLE \(table)")
        }
        for column in ["texts", "peaks"] { try file.execute("ALTER TABLE block DROP COLUMN \(column)") }
        try file.execute("DELETE FROM state WHERE name = 'labels_from'")
        try file.execute("DELETE FROM grdb_migrations WHERE identifier <> '1'")
        try file.execute("PRAGMA user_version = 1")
        file.close()
        #expect(try answer(store).isEmpty)
        #expect(try store.reader().stats(StatsQuery(range: hour, at: hour.to)).total.calls == 1)
        writer = try store.writer()
        try writer.store(telemetry([tokens(5, 0), tokens(9, 60)]))
        writer.close()
        #expect(try answer(store).first?.total == .amount(4))
        #expect(try store.reader().stats(StatsQuery(range: hour, at: hour.to)).total.calls == 1)
    }

    /// Bytes that are no minute read as damaged, never more.
    @Test(arguments: [MetricShape.Form.level, .amount, .distribution])
    func damagedMinutesAreNoticed(form: MetricShape.Form) throws {
        var random = SeededGenerator(seed: 3)
        var minute = MetricMinute()
        let value: MetricValue =
            switch form {
            case .level: .level(1)
            case .amount: .amount(1, isDifference: true)
            case .distribution:
                .distribution(
                    MetricDistribution(
                        count: 3, sum: 1, buckets: [.init(.init(0, 1), 2), .init(.init(5, .infinity), 1)]),
                    isDifference: true)
            }
        for seconds in 0..<3 as Range<Int64> {
            let observation = point("vllm:x", value, seconds: seconds)
            for point in PreparedMetrics([observation]).groups.flatMap(\.points) {
                #expect(minute.add(point) == .taken)
            }
        }
        var writer = ByteWriter()
        let shape = MetricShape(form: form, isDifference: true)
        let bytes = minute.encoded(minute: start.minute, with: &writer)
        #expect(bytes.withUnsafeBytes { MetricMinute(decoding: $0, minute: start.minute, shape) } == minute)
        for count in bytes.indices {
            #expect(bytes[..<count].withUnsafeBytes { MetricMinute(decoding: $0, minute: start.minute, shape) } == nil)
        }
        for _ in 0..<5000 {
            var damaged = bytes
            damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            _ = damaged.withUnsafeBytes { MetricMinute(decoding: $0, minute: start.minute, shape) }
        }
    }

    @Test func sqlHasARowForEachMinuteOfASeries() throws {
        let store = try stored([
            [
                tokens(1000, 0), tokens(1600, 60), point("vllm:num_requests_waiting", .level(3), seconds: 5),
                point("vllm:num_requests_waiting", .level(1), seconds: 9),
            ]
        ])
        let rows = try store.reader().sql(
            "SELECT time, meaning, service, level, highest, amount FROM metrics ORDER BY time, meaning", range: hour,
            timeout: 5
        ).rows
        #expect(
            rows == [
                [.string("2026-11-24T10:00:00Z"), .string("waiting"), .string("vllm"), .number(1), .number(3), .null],
                [
                    .string("2026-11-24T10:01:00Z"), .string("output_tokens"), .string("vllm"), .null, .null,
                    .number(600),
                ],
            ])
        let empty = TemporaryStore()
        try empty.writer().close()
        #expect(
            try empty.reader().sql("SELECT count(*) FROM metrics", range: hour, timeout: 5).rows == [[.integer(0)]])
    }
}
