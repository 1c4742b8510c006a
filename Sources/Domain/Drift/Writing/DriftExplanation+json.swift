extension DriftExplanation {
    /// What `headframe drift --json` prints of it.
    public var json: JSON {
        [
            "quantiles": .array(
                quantiles.map { ["share": JSON($0.share), "then": JSON($0.then), "now": JSON($0.now)] }),
            "shift": JSON(shift), "psi": JSON(stabilityIndex), "psi_by_chance": JSON(stabilityIndexByChance),
            "affected": JSON(affected),
            "categories": .array(
                categories.map { ["name": .string($0.name), "then": JSON($0.then), "now": JSON($0.now)] }),
            "segments": .array(
                segments.map {
                    [
                        "release": JSON($0.release), "model": JSON($0.model), "share": JSON($0.share),
                        "distance": JSON($0.distance),
                    ]
                }),
            "words": .array(
                words.map {
                    ["word": .string($0.word), "then": JSON($0.then), "now": JSON($0.now), "z": JSON($0.z)]
                }),
            "examples": .array(examples.map(\.json)), "marks": .array(marks.map(\.json)), "filter": JSON(filter),
        ]
    }

    /// What `json` says; nil when it is something else. Parts that are wrong are left out.
    public init?(_ json: JSON) {
        guard json.members != nil else { return nil }
        self.init()
        quantiles = Self.list(json, "quantiles") {
            guard let share = $0["share"]?.double, let then = $0["then"]?.double, let now = $0["now"]?.double else {
                return nil
            }
            return Quantile(share: share, then: then, now: now)
        }
        filter = json["filter"]?.string
        (shift, affected) = (json["shift"]?.double, json["affected"]?.double)
        (stabilityIndex, stabilityIndexByChance) = (json["psi"]?.double, json["psi_by_chance"]?.double)
        categories = Self.list(json, "categories") {
            guard let name = $0["name"]?.string, let then = $0["then"]?.double, let now = $0["now"]?.double else {
                return nil
            }
            return Category(name: name, then: then, now: now)
        }
        segments = Self.list(json, "segments") { part in
            part["share"]?.double.map {
                Segment(
                    release: part["release"]?.string, model: part["model"]?.string, share: $0,
                    distance: part["distance"]?.double)
            }
        }
        words = Self.list(json, "words") {
            guard let word = $0["word"]?.string, let then = $0["then"]?.double, let now = $0["now"]?.double,
                let z = $0["z"]?.double
            else { return nil }
            return Word(word: word, then: then, now: now, z: z)
        }
        examples = Self.list(json, "examples", Example.init)
        marks = Self.list(json, "marks", Mark.init)
    }

    private static func list<Element>(_ json: JSON, _ name: String, _ read: (JSON) -> Element?) -> [Element] {
        (json[name]?.array ?? []).compactMap(read)
    }
}

extension DriftExplanation.Example {
    /// As boards say it.
    public var json: JSON {
        ["trace_id": .string(traceID.description), "span_id": .string(spanID.description), "text": JSON(text)]
    }

    /// The call that `json` names; nil when it names none.
    public init?(_ json: JSON) {
        guard let trace = json["trace_id"]?.string.flatMap({ TraceID(hex: $0) }),
            let span = json["span_id"]?.string.flatMap({ SpanID(hex: $0) })
        else { return nil }
        self.init(traceID: trace, spanID: span, text: json["text"]?.string)
    }
}
