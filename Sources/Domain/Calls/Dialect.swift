/// The convention in which a span was written, kept so that old data can be read anew when names move.
public enum Dialect: String, Sendable, CaseIterable {
    /// OpenTelemetry GenAI, 1.37 and later.
    case openTelemetry = "otel"
    /// OpenTelemetry GenAI before 1.37 (`gen_ai.system`, message events).
    case openTelemetryLegacy = "otel-legacy"
    case openInference = "openinference"
    case openLLMetry = "openllmetry"
    case langfuse = "langfuse"
    case langSmith = "langsmith"
    case mlflow = "mlflow"
    case haystack = "haystack"
    /// Vercel's AI SDK (`ai.*`).
    case vercel = "vercel"
    /// Nothing of LLMs in it: an ordinary span.
    case none = "none"
}
