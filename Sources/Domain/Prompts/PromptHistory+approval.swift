extension PromptHistory {
    /// Why a protected label may not be put on `version`; nil when it may.
    ///
    /// Needed is the approval of exactly what the version says by somebody who did not push it, and nobody may still be asking for
    /// changes.
    public func objectionToProtectedLabel(on version: PromptVersionSummary) -> String? {
        let reviews = standingReviews(of: version.digest)
        if let review = reviews.last(where: { $0.verdict == .requestChanges }) {
            return "\(review.principal) asks for changes of \(name)@\(version.number)"
        }
        let authors = Set(versions.filter { $0.digest == version.digest }.map(\.author))
        guard !reviews.contains(where: { $0.verdict == .approve && !authors.contains($0.principal) }) else {
            return nil
        }
        return
            "\(name)@\(version.number) is not approved by anybody but \(authors.sorted().joined(separator: ", ")); somebody else "
            + "has to run: headframe prompt review \(name)@\(version.number) --approve"
    }
}
