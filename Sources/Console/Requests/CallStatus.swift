import Domain
import Drawing

/// How a call ended, as a sign and a word.
struct CallStatus: Hashable, Sendable {
    let sign: String
    let word: String
    let role: Role

    init(_ call: Call) {
        if call.isError {
            (sign, word, role) = ("✖", call.errorType.map(Self.name) ?? "error", .statusCritical)
        } else if let cut = call.finishReasons.first(where: { Self.cuts.contains($0.lowercased()) }) {
            (sign, word, role) = ("▲", cut, .statusWarning)
        } else {
            let reason = call.finishReasons.first { !Self.plain.contains($0.lowercased()) && !$0.isEmpty }
            (sign, word, role) = ("●", reason ?? "ok", .statusOk)
        }
    }

    /// Sign and word.
    var label: String { "\(sign) \(word)" }

    /// The name of an exception without that of its module: `openai.APITimeoutError` is `APITimeoutError`.
    private static func name(_ type: String) -> String {
        guard let dot = type.lastIndex(of: "."), type.index(after: dot) != type.endIndex else { return type }
        return String(type[type.index(after: dot)...])
    }

    /// Reasons for which an answer is not what was asked for, in the words of several providers.
    private static let cuts: Set<String> = [
        "length", "max_tokens", "content_filter", "safety", "recitation", "refusal", "error", "malformed_function_call",
    ]
    /// Reasons that say that an answer is whole.
    private static let plain: Set<String> = ["stop", "end_turn", "stop_sequence", "complete", "completed"]
}
