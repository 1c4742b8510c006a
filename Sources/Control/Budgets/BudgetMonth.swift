import Domain

/// The calendar month (UTC) around a moment.
struct BudgetMonth: Hashable {
    let first: Day
    let today: Day
    /// Days of the month after today.
    let daysLeft: Int

    /// The month that contains `moment`.
    init(containing moment: Timestamp) {
        today = moment.day
        // Days are written as YYYY-MM-DD: what stands before the last dash is the month.
        func month(_ day: Day) -> Substring { day.description.dropLast(3) }
        let own = month(today)
        var (before, after): (Int32, Int32) = (0, 0)
        while before < 30, month(today.advanced(by: -before - 1)) == own { before += 1 }
        while after < 30, month(today.advanced(by: after + 1)) == own { after += 1 }
        first = today.advanced(by: -before)
        daysLeft = Int(after)
    }
}
