/// Mean and variance of some numbers.
struct Moments {
    let mean: Double
    /// The mean squared distance from the mean (divided by n).
    let variance: Double

    /// Two passes, so that large means cost no digits. `numbers` is not empty.
    init(_ numbers: [Double]) {
        let count = Double(numbers.count)
        let mean = numbers.reduce(0, +) / count
        self.mean = mean
        variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    }
}
