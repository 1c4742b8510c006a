import Domain

/// What all streams of a series said within one minute: a row of `metric_minute`.
struct MetricMinute: Equatable {
    private(set) var readings: [MetricReading] = []

    init() {}

    /// Takes a point.
    mutating func add(_ point: PreparedMetrics.Point) -> MetricReading.Outcome {
        if let index = readings.firstIndex(where: { $0.stream == point.stream }) { return readings[index].add(point) }
        guard readings.count < Self.mostStreams else { return .dropped }
        readings.append(MetricReading(point))
        return .taken
    }

    /// Takes what other streams said.
    mutating func add(_ other: MetricMinute) {
        let known = Set(readings.map(\.stream))
        readings += other.readings.filter { !known.contains($0.stream) }
    }

    /// Streams a series and minute: as many processes that count the same.
    static let mostStreams = 256
}

/// The stored form: the number of readings, then each: the stream, the start and the times against the minute, the value.
extension MetricMinute {
    func encoded(minute: Int64, with writer: inout ByteWriter) -> [UInt8] {
        writer.removeAll()
        let origin = Timestamp(minute: minute)
        writer.append(unsigned: UInt64(readings.count))
        for reading in readings {
            writer.append(unsigned: reading.stream)
            writer.append(unsigned: reading.start == nil ? 0 : 1)
            if let start = reading.start { writer.append(start.since(origin).count) }
            writer.append(unsigned: UInt64(reading.times.count))
            for time in reading.times { writer.append(time.since(origin).count) }
            switch reading.value {
            case .level(let latest, let lowest, let highest):
                for number in [latest, lowest, highest] { writer.append(number) }
            case .amount(let amount): writer.append(amount)
            case .distribution(let distribution): writer.append(distribution)
            }
        }
        return writer.bytes
    }

    /// The readings that were encoded to `bytes`; nil when they are damaged.
    init?(decoding bytes: UnsafeRawBufferPointer, minute: Int64, _ shape: MetricShape) {
        var reader = ByteReader(bytes)
        let origin = Timestamp(minute: minute)
        var left = reader.unsigned()
        while left > 0, !reader.isDamaged {
            let stream = reader.unsigned()
            let start = reader.unsigned() == 0 ? nil : origin.advanced(by: Nanoseconds(reader.signed()))
            var times: [Timestamp] = []
            var timesLeft = reader.unsigned()
            while timesLeft > 0, !reader.isDamaged {
                times.append(origin.advanced(by: Nanoseconds(reader.signed())))
                timesLeft -= 1
            }
            let value: MetricReading.Value =
                switch shape.form {
                case .level: .level(latest: reader.double(), lowest: reader.double(), highest: reader.double())
                case .amount: .amount(reader.double())
                case .distribution: .distribution(reader.distribution())
                }
            readings.append(MetricReading(stream: stream, start: start, times: times, value: value))
            left -= 1
        }
        if reader.isDamaged { return nil }
    }
}
