extension RunComparison {
    /// The comparison as the command line says it.
    public var json: JSON {
        [
            "verdict": .string(verdict.rawValue), "baseline": baseline.json, "candidate": candidate.json,
            "leading": JSON(leading?.rawValue), "wins": .integer(Int64(counts.wins)),
            "ties": .integer(Int64(counts.ties)), "losses": .integer(Int64(counts.losses)),
            "unpaired": .integer(Int64(unpaired)), "scorers": .array(scorers.map(\.json)),
            "items": .array(items.map(\.json)),
        ]
    }
}

extension ScorerComparison {
    fileprivate var json: JSON {
        [
            "scorer": .string(scorer.rawValue), "count": .integer(Int64(count)), "baseline": .number(baseline),
            "candidate": .number(candidate), "change": .number(change),
            "interval": [.number(interval.lowerBound), .number(interval.upperBound)], "p": JSON(p),
            "margin": .number(margin), "verdict": .string(verdict.rawValue), "items_needed": JSON(itemsNeeded),
        ]
    }
}

extension ItemComparison {
    fileprivate var json: JSON {
        [
            "id": .string(item.id), "tags": .array(item.tags.map(JSON.string)), "standing": .string(standing.rawValue),
            "change": JSON(change), "question": .string(item.question), "expected": JSON(item.expectation.answer),
            "baseline": side(baseline), "candidate": side(candidate),
        ]
    }

    private func side(_ result: EvaluationResult) -> JSON {
        ["answer": result.answer?.json ?? .null, "scores": EvaluationResult.json(result.verdicts)]
    }
}

extension Effect {
    /// The row as the command line says it. An end that nobody knows is `null`.
    public var json: JSON {
        [
            "metric": .string(metric.name), "source": .string(source.rawValue), "scale": .string(scale.rawValue),
            "a": JSON(a), "b": JSON(b), "count_a": .integer(countA), "count_b": .integer(countB),
            "change": JSON(change), "interval": interval.map { [JSON($0.lowerBound), JSON($0.upperBound)] } ?? .null,
            "verdict": .string(verdict.rawValue),
        ]
    }
}
