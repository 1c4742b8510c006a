/// The dimensions with too many values for series of their own.
enum KeyDimension: Int64, CaseIterable {
    case user = 1
    case session = 2
    case error = 3
}
