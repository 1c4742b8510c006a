/// Writes metrics in the text format of Prometheus (exposition format 0.0.4).
struct PrometheusText {
    enum Kind: String {
        case counter
        case gauge
        case histogram
        case summary
    }

    private(set) var text = ""

    /// Begins a metric. Its samples follow.
    mutating func metric(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// A sample; label values are quoted.
    mutating func sample(_ name: String, _ value: Double, _ labels: KeyValuePairs<String, String>) {
        sample(name, value, Array(labels))
    }

    /// A sample; label values are quoted.
    mutating func sample(_ name: String, _ value: Double, _ labels: [(key: String, value: String)] = []) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.key)=\"\(PrometheusText.escaped($0.value))\"" }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " \(PrometheusText.number(value))\n"
    }

    /// A metric with one sample.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        metric(name, kind, help)
        sample(name, value)
    }

    /// A metric with one sample for each case of a closed set.
    mutating func family<Label: RawRepresentable<String>>(
        _ name: String, label: String, _ help: String, _ counters: CounterFamily<Label>
    ) {
        metric(name, .counter, help)
        for item in Label.allCases { sample(name, Double(counters.value(item)), [label: item.rawValue]) }
    }

    /// Times of which only the sum and the number are known.
    mutating func summary(_ name: String, _ help: String, sum: Double, count: Int64) {
        metric(name, .summary, help)
        sample(name + "_sum", sum)
        sample(name + "_count", Double(count))
    }

    mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
        metric(name, .histogram, help)
        let counts = histogram.cumulative
        for (bound, count) in zip(histogram.bounds, counts) {
            sample(name + "_bucket", Double(count), ["le": String(bound)])
        }
        let all = Double(counts.last ?? 0)
        sample(name + "_bucket", all, ["le": "+Inf"])
        sample(name + "_sum", histogram.sum)
        sample(name + "_count", all)
    }

    private static func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        return value.isNaN ? "NaN" : value.isInfinite ? (value > 0 ? "+Inf" : "-Inf") : String(value)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
