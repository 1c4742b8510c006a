import Drawing

extension StyledText {
    /// Text in which what the collector took out stands apart.
    init(masked text: String, _ style: Style = .text) {
        self.init()
        guard TextSearch.contains(text, Self.mark) else {
            append(text, style)
            return
        }
        let scalars = text.utf8
        var from = scalars.startIndex
        for range in TextSearch.ranges(of: Self.mark, in: text) {
            let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
            guard start >= from, let end = scalars[start...].prefix(Self.longest).firstIndex(of: UInt8(ascii: "]"))
            else { continue }
            append(String(text[from..<start]), style)
            from = scalars.index(after: end)
            append(String(text[start..<from]), Style(.statusUnknown, .reverse))
        }
        append(String(text[from...]), style)
    }

    private static let mark = "[REDACTED:"
    private static let longest = 64
}
