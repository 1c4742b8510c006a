extension EvaluationResult {
    /// What became of the item, as the command line says it.
    public var json: JSON {
        let (state, reason): (String, String?) =
            switch outcome {
            case .waiting: ("waiting", nil)
            case .answered: ("answered", nil)
            case .failed(let reason): ("failed", reason)
            }
        return [
            "id": .string(item.id), "tags": .array(item.tags.map(JSON.string)), "state": .string(state),
            "reason": JSON(reason), "question": .string(item.question), "expected": JSON(item.expectation.answer),
            "answer": answer?.json ?? .null, "scores": Self.json(verdicts),
        ]
    }

    /// Verdicts by the name of the scorer: a number, or what went wrong.
    public static func json(_ verdicts: [Scorer: ScorerVerdict]) -> JSON {
        .object(
            Scorer.allCases.compactMap { scorer in
                switch verdicts[scorer] {
                case nil: nil
                case .value(let value): JSON.Member(scorer.rawValue, .number(value))
                case .error(let reason): JSON.Member(scorer.rawValue, ["error": .string(reason)])
                }
            })
    }

    /// The verdicts that `json` says; those of scorers that nobody knows are passed over.
    public static func verdicts(_ json: JSON) -> [Scorer: ScorerVerdict] {
        let pairs = (json.members ?? []).compactMap { member -> (Scorer, ScorerVerdict)? in
            guard let scorer = Scorer(rawValue: member.name) else { return nil }
            if let reason = member.value["error"]?.string { return (scorer, .error(reason)) }
            return member.value.double.map { (scorer, .value($0)) }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
