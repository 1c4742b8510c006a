import NIOCore

/// Reads the header `grpc-timeout`: at most eight digits and a unit.
enum GRPCTimeout {
    /// No call lasts longer, whatever it asks for.
    private static let most = TimeAmount.hours(1)

    /// The time that `text` says, at most an hour; nil when it says none.
    static func read(_ text: String) -> TimeAmount? {
        guard let unit = text.utf8.last.flatMap(nanoseconds) else { return nil }
        let digits = text.utf8.dropLast()
        guard (1...8).contains(digits.count), digits.allSatisfy(\.isDigit), let number = Int64(text.dropLast()) else {
            return nil
        }
        let (time, isLong) = number.multipliedReportingOverflow(by: unit)
        return isLong ? most : min(.nanoseconds(time), most)
    }

    private static func nanoseconds(_ unit: UInt8) -> Int64? {
        switch unit {
        case UInt8(ascii: "H"): 3_600_000_000_000
        case UInt8(ascii: "M"): 60_000_000_000
        case UInt8(ascii: "S"): 1_000_000_000
        case UInt8(ascii: "m"): 1_000_000
        case UInt8(ascii: "u"): 1_000
        case UInt8(ascii: "n"): 1
        default: nil
        }
    }
}
