import Control
import Domain
import Statistics
import Storage

/// What is remembered of one subject from window to window.
struct SubjectWatch {
    var references: [DriftSignal.Side: DriftReference] = [:]
    var watches: [DriftSignal: SignalWatch] = [:]
    /// Why findings that are no longer calm are so.
    var explanations: [DriftSignal: DriftExplanation] = [:]
    /// The next window and the next hour begin here; nil before the first call.
    var nextWindow: Timestamp?
    var nextHour: Timestamp?
    /// The reference summaries in use, by side and what of the reference is compared with.
    var cache: [ReferenceKey: WindowSummary] = [:]

    struct ReferenceKey: Hashable {
        var side: DriftSignal.Side
        /// 0 … 47: the hour of a working day or of a weekend; nil when the whole reference is compared with.
        var slot: Int?
    }

    init() {}

    /// Signals that have a reference and are compared.
    var watched: Int { watches.count }

    /// Begins anew on one side.
    mutating func use(_ reference: DriftReference) {
        if references[reference.side].map({ $0.from != reference.from || $0.to != reference.to }) ?? true {
            cache = cache.filter { $0.key.side != reference.side }
        }
        if references[reference.side]?.from != reference.from {
            for signal in watches.keys where signal.side == reference.side {
                watches[signal]?.reset()
                explanations[signal] = nil
            }
        }
        references[reference.side] = reference
    }
}

extension SubjectWatch {
    /// As it is kept.
    var json: JSON {
        [
            "references": .array(references.values.map(\.json)),
            "watches": .object(watches.sorted { $0.key.name < $1.key.name }.map { .init($0.key.name, $0.value.json) }),
            "explanations": .object(
                explanations.sorted { $0.key.name < $1.key.name }.map { .init($0.key.name, $0.value.json) }),
            "window": JSON(nextWindow), "hour": JSON(nextHour),
        ]
    }

    /// What `json` says.
    init(_ json: JSON) {
        for reference in (json["references"]?.array ?? []).compactMap(DriftReference.init) {
            references[reference.side] = reference
        }
        for member in json["watches"]?.members ?? [] {
            if let signal = DriftSignal(member.name), let watch = SignalWatch(member.value) { watches[signal] = watch }
        }
        for member in json["explanations"]?.members ?? [] {
            if let signal = DriftSignal(member.name) { explanations[signal] = DriftExplanation(member.value) }
        }
        (nextWindow, nextHour) = (json.moment("window"), json.moment("hour"))
    }
}
