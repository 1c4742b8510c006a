import Domain

/// Whose call it is, as ids of texts (0 for none). Users and sessions also carry a hash: ids are given anew when a text has been
/// forgotten, and a trace must see that two of its spans speak of the same session.
struct ContextIDs: Hashable {
    /// A user or a session.
    struct Label: Hashable {
        var id: UInt32 = 0
        var hash: Int64 = 0

        static func == (a: Label, b: Label) -> Bool { a.hash == b.hash }
        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    var release: UInt32 = 0
    var promptName: UInt32 = 0
    var promptVersion: UInt32 = 0
    var session = Label()
    var user = Label()
}

/// Where a row stands.
struct RowPlace: Hashable {
    var segment: SegmentName
    var row: Int64
}

/// A span as the writer remembers it: what it takes to resolve its trace again and to take its contribution back.
struct SpanNode {
    var spanID: SpanID
    var parentID: SpanID?
    var place: RowPlace
    /// What the span itself says.
    var own: ContextIDs
    /// What it is at present, rollups included.
    var resolved: ContextIDs
    var isInnermost: Bool
    /// Whether its contribution stands in the rollups.
    var isContributed: Bool
    /// Whether judgements of it are stored.
    var hasScores = false
    var facts: CallFacts
}

/// The numbers of a span that its contribution consists of.
struct CallFacts {
    var end: Timestamp
    var duration: Int64?
    var timeToFirstToken: Int64?
    var usage: TokenUsage
    var cost: Int64?
    var service: UInt32
    var environment: UInt32
    /// 0 for spans that have nothing to do with LLMs: they are not counted.
    var operation: UInt32
    var model: UInt32
    var error: UInt32
    var isError: Bool
    var isInference: Bool
    var hasUsage: Bool
    var innermostKind: UInt8

    var peaks: CallPeaks { CallPeaks(duration: duration, cost: cost, isError: isError) }
}
