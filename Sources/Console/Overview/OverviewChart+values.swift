import Drawing

extension OverviewChart {
    /// The step with the greatest value of the line that says most; nil when there is none.
    var peak: Int? {
        let samples = series.last { $0.name != "p99" && $0.name != "cached" }?.samples ?? []
        let known = samples.indices.filter { samples[$0]?.isFinite == true }
        return known.max { (samples[$0] ?? 0) < (samples[$1] ?? 0) }
    }

    /// The values of all lines at a step, with their units.
    func values(at index: Int) -> StyledText {
        let values = series.map { line in
            let sample = line.samples.indices.contains(index) ? line.samples[index] : nil
            let name = series.count > 1 ? StyledText("\(line.name) ", line.role) : StyledText()
            return name + StyledText(text(sample), .textStrong)
        }
        return .joined(values, separator: StyledText("  "))
    }

    private func text(_ value: Double?) -> String {
        switch kind {
        case .latency: Format.duration(seconds: value)
        case .tokens: value.map { "\(Format.count($0))/s" } ?? Format.missing
        case .cost: Format.hourlyCost(value)
        case .errors: Format.percent(value.map { $0 / 100 })
        case .firstToken: Format.duration(seconds: value.map { $0 / 1000 })
        case .quality: Format.decimal(value, decimals: 2)
        }
    }
}
