/// What a call says beside the dimensions by which numbers are grouped: filters can name it.
public enum CallFact: String, Sendable, CaseIterable {
    case provider
    case tool
    case agent
    /// Why the model stopped; a call that gives several reasons has each of them.
    case finish
    /// The convention in which it was told.
    case dialect
    /// The kind of the span in OTLP's words: `internal`, `server`, `client`, `producer`, `consumer`, `unspecified`.
    case kind
    /// The name of the span.
    case name
    /// The id of the trace, 32 hexadecimal digits.
    case trace
}
