/// OTLP's numbers for the kind of a span.
public enum SpanKind {
    /// The name of a number (`client`, `server`, …); numbers that OTLP does not know are given as they are.
    public static func name(_ number: Int32) -> String {
        guard let index = Int(exactly: number), names.indices.contains(index) else { return String(number) }
        return names[index]
    }

    static let names = ["unspecified", "internal", "server", "client", "producer", "consumer"]
}
