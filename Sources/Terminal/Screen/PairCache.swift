import CCurses

/// The numbers of colour pairs, defined as they are needed.
struct PairCache {
    private struct Key: Hashable {
        let foreground: Int32
        let background: Int32
    }

    private var numbers: [Key: Int32] = [:]
    private let limit: Int

    /// - Parameter limit: pairs that the terminal has, number 0 included.
    init(limit: Int) { self.limit = limit }

    /// The pair of these colours. When there are no more, letters lose their colours rather than their visibility.
    mutating func number(foreground: Int32, background: Int32) -> Int32 {
        if foreground < 0, background < 0 { return 0 }
        let key = Key(foreground: foreground, background: background)
        if let number = numbers[key] { return number }
        let next = Int32(clamping: numbers.count + 1)
        let isDefined = next < limit && curses_define_pair(next, foreground, background)
        let number = isDefined ? next : 0
        if isDefined { numbers[key] = number }
        return number
    }
}
