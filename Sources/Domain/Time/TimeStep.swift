/// Lengths of the steps of a chart. Each divides a day and is a multiple of the coarsest resolution below it that a store keeps
/// (a minute, ten minutes, an hour), so that a chart is read from few rows and its boundaries are the same for everybody.
public enum TimeStep {
    private static let minutes: [Int64] = [1, 2, 5, 10, 20, 30, 60, 120, 180, 240, 360, 720, 1440]

    /// The shortest step with which `length` takes at most `steps` of them; a day when none is long enough.
    public static func shortest(for length: Nanoseconds, steps: Int) -> Nanoseconds {
        let wanted = length.count / Int64(max(1, steps))
        let found = minutes.first { Nanoseconds.minutes($0).count >= wanted }
        return .minutes(found ?? 1440)
    }
}
