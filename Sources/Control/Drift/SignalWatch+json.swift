import Domain
import Statistics

extension SignalWatch {
    /// As it is kept.
    public var json: JSON {
        [
            "value": JSON(detector.value), "baseline": JSON(rate?.baseline),
            "bets": .array((rate?.values ?? []).map { JSON($0) }), "window": JSON(windowStart), "since": JSON(since),
            "rise": JSON(rise),
            "reading": reading?.json ?? .null, "lack": JSON(lack),
        ]
    }

    /// The watch that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let value = json["value"]?.double else { return nil }
        let rate = json["baseline"]?.double.flatMap {
            RateDetector(baseline: $0, values: (json["bets"]?.array ?? []).compactMap(\.double))
        }
        self.init(
            detector: ShiryaevRoberts(value: value), rate: rate, windowStart: json.moment("window"),
            since: json.moment("since"), rise: json["rise"]?.double ?? 1,
            reading: json["reading"].flatMap(DriftReading.init), lack: json["lack"]?.string
        )
    }
}
