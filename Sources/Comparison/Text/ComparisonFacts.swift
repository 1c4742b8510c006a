import Drawing
import PromptDiff

/// What a reviewer has to know beside the words: settings, variables that came and went, tokens, what becomes of the cached prefix.
public struct ComparisonFacts: Sendable {
    private let difference: PromptDifference

    /// The facts of a difference.
    public init(_ difference: PromptDifference) { self.difference = difference }

    /// The facts in lines of `width` cells, what does harm first.
    ///
    /// - Parameter settingLines: lines that settings may take; they stand in full below the text.
    public func lines(width: Int, settingLines: Int = 2, glyphs: GlyphSet) -> [StyledText] {
        var lines: [StyledText] = []
        if difference.isEmpty { return [StyledText("both versions say the same", .textMuted)] }
        if difference.text.isEmpty, !difference.settings.isEmpty {
            lines.append(StyledText("the text is the same", .textMuted))
        }
        if difference.text.isWhitespaceOnly {
            lines.append(
                StyledText("▲ only white space differs", .statusWarning)
                    + StyledText(": the words are the same, a cached prefix is not", .textMuted))
        }
        if difference.text.isCoarse {
            lines.append(
                StyledText(
                    "too long or too different to compare every word: some lines are shown as wholes", .textMuted))
        }
        if let variables { lines += variables.wrapped(width: width, glyphs: glyphs).prefix(2) }
        lines.append(tokens)
        if !difference.settings.isEmpty {
            let parts = difference.settings.map(\.shortText)
            let all = StyledText.joined(parts, separator: StyledText(" · ", .textMuted))
            let wrapped = all.wrapped(width: width, glyphs: glyphs)
            lines += wrapped.prefix(settingLines)
            if wrapped.count > settingLines {
                lines[lines.count - 1] += StyledText(" …", .textMuted)
            }
        }
        return lines
    }

    private var variables: StyledText? {
        var parts: [StyledText] = []
        if !difference.lostVariables.isEmpty {
            parts.append(
                StyledText("▲ variables lost: " + difference.lostVariables.joined(separator: ", "), .statusWarning))
        }
        if !difference.addedVariables.isEmpty {
            parts.append(
                StyledText(
                    "▲ new variables to fill in: " + difference.addedVariables.joined(separator: ", "), .statusWarning))
        }
        return parts.isEmpty ? nil : .joined(parts, separator: StyledText("   "))
    }

    private var tokens: StyledText {
        let cache = difference.cachedPrefix
        var text = StyledText(
            "tokens ≈ \(Format.count(difference.oldTokens)) → \(Format.count(difference.newTokens))", .textMuted)
        text.append(" · cached prefix ≈ \(Format.count(cache.old)) → \(Format.count(cache.kept))", .muted)
        if cache.isLost { text.append(" ▲ calls pay the prefix again", Style(.statusWarning)) }
        return text
    }
}
