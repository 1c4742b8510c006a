import Domain

/// From the start of a request to the first piece of its answer, as the clients say it.
enum TimeToFirstToken {
    /// Nil when nobody says, when it cannot be, or when the client says that it did not stream.
    static func read(_ values: FieldValues, _ events: EventFindings, start: UInt64) -> Nanoseconds? {
        if values.bool(.isStreaming) == false { return nil }
        if let seconds = values.number(.secondsToFirstChunk) { return nanoseconds(seconds * 1e9) }
        if let value = values.number(.serverTimeToFirstToken) {
            // The convention is seconds; strands-agents writes whole milliseconds under the same name.
            return nanoseconds(values.isWhole(.serverTimeToFirstToken) ? value * 1e6 : value * 1e9)
        }
        if let milliseconds = values.number(.millisecondsToFirstChunk) { return nanoseconds(milliseconds * 1e6) }
        if let chunk = events.firstChunk, chunk >= start { return Int64(exactly: chunk - start).map(Nanoseconds.init) }
        if let moment = values.text(.completionStart).flatMap({ Timestamp(rfc3339: $0) }),
            let start = Int64(exactly: start), moment.nanoseconds >= start
        {
            return moment.since(Timestamp(nanoseconds: start))
        }
        return nil
    }

    private static func nanoseconds(_ count: Double) -> Nanoseconds? {
        guard count >= 0 else { return nil }
        return Int64(exactly: count.rounded()).map(Nanoseconds.init)
    }
}
