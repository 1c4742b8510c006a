extension StyledText {
    /// The beginning of the text: whole scalars in at most so many bytes of UTF-8.
    public func prefix(bytes limit: Int) -> StyledText {
        var short = StyledText()
        var room = max(0, limit)
        for run in runs {
            guard run.text.utf8.count > room else {
                short.append(run.text, run.style)
                room -= run.text.utf8.count
                continue
            }
            var scalars = String.UnicodeScalarView()
            for scalar in run.text.unicodeScalars {
                room -= UTF8.width(scalar)
                guard room >= 0 else { break }
                scalars.append(scalar)
            }
            short.append(String(scalars), run.style)
            break
        }
        return short
    }
}
