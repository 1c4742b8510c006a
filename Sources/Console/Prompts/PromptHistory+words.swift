import Domain
import Drawing

extension PromptHistory {
    /// What reviewers say of a version, as one sign and words.
    func reviewText(of version: PromptVersionSummary) -> StyledText {
        let reviews = standingReviews(of: version.digest)
        if let objection = reviews.last(where: { $0.verdict == .requestChanges }) {
            return StyledText("✖ changes: \(objection.principal.person)", .statusWarning)
        }
        let approvals = reviews.filter { $0.verdict == .approve && $0.principal != version.author }
        guard let last = approvals.last else { return StyledText("· none", .textMuted) }
        let more = approvals.count > 1 ? " +\(approvals.count - 1)" : ""
        return StyledText("✓ \(last.principal.person)\(more)", .statusOk)
    }

    /// The labels of a version, `production` set apart.
    func labelText(of version: Int) -> StyledText {
        .joined(
            labels(on: version).map { StyledText($0, $0 == "production" ? .rolloutBaseline : .rolloutCanary) },
            separator: StyledText(" "))
    }

    /// What stands above a side of a comparison: `production · 2026-11-02 mk · 4f1c9a`.
    func facts(of version: PromptVersionSummary) -> String {
        let parts =
            labels(on: version.number)
            + ["\(version.created.day) \(version.author.person)", version.digest.short]
        return parts.joined(separator: " · ")
    }
}

extension String {
    /// A principal without the way in which it is known: `os:anna` is anna.
    var person: String { hasPrefix("os:") ? String(dropFirst(3)) : self }
}
