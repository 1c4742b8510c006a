import Domain
import Testing
import Wire

/// Points that are not what they claim to be are refused one by one, or the request as a whole; nothing traps.
@Suite struct MetricPointTests {
    /// A request of one metric: the field of its kind with this content.
    private func request(_ kind: Int, _ data: [UInt8], name: String = "vllm:num_requests_waiting") -> [UInt8] {
        let metric = Proto.text(1, name) + Proto.bytes(kind, data)
        return Proto.bytes(1, Proto.bytes(2, Proto.bytes(2, metric)))
    }

    private func double(_ field: Int, _ number: Double) -> [UInt8] { Proto.fixed64(field, number.bitPattern) }

    @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func whatIsNoFiniteNumberIsRefused(number: Double) throws {
        let points = Proto.bytes(1, double(4, number)) + Proto.bytes(1, double(4, 2))
        let batch = try OTLP.metrics(protobuf: request(5, points))
        #expect(batch.points.map(\.value) == [.level(2)])
        #expect(batch.rejected == Rejection(count: 1, reason: "a value is no finite number"))
    }

    @Test func sumsThatAreNotFiniteAreNotKnown() throws {
        let point = Proto.fixed64(4, 3) + double(5, .nan) + double(11, .infinity)
        let batch = try OTLP.metrics(protobuf: request(9, Proto.bytes(1, point)))
        #expect(batch.points.map(\.value) == [.distribution(MetricDistribution(count: 3), isDifference: false)])
    }

    @Test func histogramsThatContradictThemselvesAreRefused() throws {
        let counts = Proto.fixed64(6, 1) + Proto.fixed64(6, 2)
        let bad: [[UInt8]] = [
            counts, counts + double(7, 1) + double(7, 2), counts + double(7, .nan),
            counts + Proto.fixed64(6, 1) + double(7, 2) + double(7, 1),
            Proto.fixed64(6, .max) + Proto.fixed64(6, 2) + double(7, 1),
            Proto.fixed64(4, .max),
            [[UInt8]](repeating: Proto.fixed64(6, 1), count: 5000).flatMap { $0 },
        ]
        for point in bad {
            let batch = try OTLP.metrics(protobuf: request(9, Proto.bytes(1, point)))
            #expect(batch.points.isEmpty && batch.rejected?.count == 1)
        }
        // Packed and unpacked are the same.
        let packed = Proto.bytes(6, Array(Proto.fixed64(6, 1).dropFirst() + Proto.fixed64(6, 2).dropFirst()))
        let bound = double(7, 1)
        #expect(
            try OTLP.metrics(protobuf: request(9, Proto.bytes(1, packed + bound)))
                == OTLP.metrics(protobuf: request(9, Proto.bytes(1, counts + bound))))
    }

    /// Scales and offsets of any size: intervals stay ordered and nothing overflows.
    @Test func exponentialHistogramsOfAnyScale() throws {
        let offsets: [Int32] = [.min, -1, 0, 1, .max]
        for scale in Int32(-12)...22 {
            for offset in offsets {
                func zigzag(_ number: Int32) -> UInt64 { UInt64(UInt32(bitPattern: number << 1 ^ number >> 31)) }
                let buckets = Proto.number(1, zigzag(offset)) + Proto.bytes(2, [1, 0, 3, 4])
                let point = Proto.number(6, zigzag(scale)) + Proto.bytes(8, buckets) + Proto.bytes(9, buckets)
                let batch = try OTLP.metrics(protobuf: request(10, Proto.bytes(1, point)))
                guard (-10...20).contains(scale) else {
                    #expect(batch.points.isEmpty && batch.rejected?.count == 1)
                    continue
                }
                guard case .distribution(let distribution, _)? = batch.points.first?.value else {
                    Issue.record("scale \(scale)")
                    continue
                }
                let intervals = distribution.buckets.map(\.interval)
                #expect(intervals == intervals.sorted())
                #expect(distribution.buckets.reduce(0) { $0 + $1.count } == 16)
                #expect(distribution.quantile(0.5).map(\.isFinite) ?? false)
            }
        }
    }

    /// Who sends more than may be in one request is refused; what is not kept takes no room.
    @Test func theNumberOfPointsIsLimited() throws {
        var limits = WireLimits()
        limits.items = 3
        let points = [[UInt8]](repeating: Proto.bytes(1, double(4, 1)), count: 4).flatMap { $0 }
        #expect(throws: WireError.tooLarge("more than 3 spans, log records or data points in one request")) {
            try OTLP.metrics(protobuf: request(5, points), limits: limits)
        }
        #expect(try OTLP.metrics(protobuf: request(5, points, name: "process.cpu.time"), limits: limits).ignored == 4)
    }

    @Test func readingIsCharged() throws {
        let points = [[UInt8]](repeating: Proto.bytes(1, double(4, 1)), count: 1000).flatMap { $0 }
        let reservation = DecodeBudget(capacity: .max).reservation()
        let batch = try OTLP.metrics(protobuf: request(5, points), reservation: reservation)
        #expect(reservation.count >= batch.points.count * MemoryLayout<MetricPoint>.stride)
        let small = DecodeBudget(capacity: 10_000).reservation()
        #expect(throws: WireError.busy("too many requests are being read at this moment")) {
            try OTLP.metrics(protobuf: request(5, points), reservation: small)
        }
    }

    /// The order of fields means nothing; the last kind of data counts; attributes in any order are the same stream.
    @Test func fieldsComeInAnyOrder() throws {
        let a = Proto.bytes(7, Proto.pair("model_name", Proto.text(1, "x")))
        let b = Proto.bytes(7, Proto.pair("session.id", Proto.text(1, "y")))
        let point = double(4, 5)
        func metric(_ attributes: [UInt8]) -> [UInt8] {
            let sum = Proto.bytes(1, attributes + point) + Proto.number(2, 2) + Proto.number(3, 1)
            let data = Proto.bytes(5, Proto.bytes(1, point)) + Proto.bytes(7, sum)
            let scope = Proto.bytes(2, data + Proto.text(1, "vllm:prompt_tokens_total"))
            let resource = Proto.bytes(1, Proto.bytes(1, Proto.pair("service.name", Proto.text(1, "gpu"))))
            return Proto.bytes(1, Proto.bytes(2, scope) + resource)
        }
        let first = try #require(try OTLP.metrics(protobuf: metric(a + b)).points.first)
        let second = try #require(try OTLP.metrics(protobuf: metric(b + a)).points.first)
        #expect(first == second)
        #expect((first.service, first.value) == ("gpu", .amount(5, isDifference: false)))
        #expect(first.labels == [MetricLabel("model_name", "x")])
        // A session makes no series, but whoever counts it apart is another stream.
        let other = try #require(try OTLP.metrics(protobuf: metric(a)).points.first)
        #expect(other.labels == first.labels && other.stream != first.stream)
    }

    /// Damaged requests are refused or read; whatever is read can be reckoned with.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func damagedRequestsGiveNoNumbersThatAreNone(seed: UInt64) throws {
        let bodies = try CapturedBody.all().filter { $0.signal == .metrics }
        var generator = SeededGenerator(seed: seed)
        var points = 0
        for round in 0..<100 {
            let body = try #require(bodies.randomElement(using: &generator))
            let other = try #require(bodies.randomElement(using: &generator))
            let bytes =
                round.isMultiple(of: 2)
                ? Mutation.ofField(body.bytes, using: &generator)
                : Mutation.of(body.bytes, splicing: other.bytes, using: &generator)
            guard let batch = try? OTLP.metrics(protobuf: bytes) else { continue }
            points += batch.points.count
            for point in batch.points {
                switch point.value {
                case .level(let number), .amount(let number, _): #expect(number.isFinite)
                case .distribution(let distribution, _):
                    let numbers = [distribution.sum, distribution.least, distribution.greatest].compactMap(\.self)
                    #expect(numbers.allSatisfy { $0.isFinite })
                    #expect(distribution.count >= 0 && distribution.buckets.allSatisfy { $0.count > 0 })
                    #expect(
                        zip(distribution.buckets, distribution.buckets.dropFirst()).allSatisfy {
                            $0.interval < $1.interval
                        })
                    #expect(distribution.quantile(0.95).map(\.isFinite) ?? true)
                }
            }
        }
        #expect(points > 100, "nearly nothing was read")
    }
}
