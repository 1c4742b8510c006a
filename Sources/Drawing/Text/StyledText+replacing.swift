extension StyledText {
    /// The same text with one role exchanged for another.
    func replacing(_ role: Role, with other: Role) -> StyledText {
        var replaced = StyledText()
        for run in runs {
            var style = run.style
            if style.role == role { style.role = other }
            replaced.append(run.text, style)
        }
        return replaced
    }
}
