import Domain
import Outbound

/// What a server says to a request for a chat completion, held against what it ought to say.
enum ChatCompletion {
    /// Tokens that one answer may claim: a larger number is no count.
    private static let mostTokens: Int64 = 1 << 32

    /// The answer; its duration is not in it.
    ///
    /// - Throws: what the response is instead.
    static func answer(in response: HTTPResponse) throws(ModelFailure) -> EvaluationAnswer {
        let json = try? JSON(parsing: response.body)
        guard response.isSuccess else { throw refusal(response, json) }
        guard let json else {
            throw ModelFailure(
                .question,
                isPage(response)
                    ? "answered \(response.status) with a page for people: is the URL right?"
                    : "answered \(response.status) with something that is no JSON")
        }
        // Some servers say 200 and mean the error inside.
        if let message = json["error"]?["message"]?.string ?? json["error"]?.string {
            throw ModelFailure(.question, "answered: \(line(message))")
        }
        guard let choice = json["choices"]?.array?.first, let message = choice["message"] else {
            throw ModelFailure(.question, "answered with JSON that is no chat completion: it has no choices")
        }
        guard let text = text(message) else {
            let isCall = message["tool_calls"]?.array?.isEmpty == false
            throw ModelFailure(
                .question, isCall ? "answered with the call of a tool and no text" : "answered without a text")
        }
        return EvaluationAnswer(
            text: text, model: json["model"]?.string.map { String($0.prefix(256)) },
            usage: usage(json["usage"]), finishReason: choice["finish_reason"]?.string.map { String($0.prefix(64)) })
    }

    /// The text of a message: as it stands, or in parts.
    private static func text(_ message: JSON) -> String? {
        if let text = message["content"]?.string { return text }
        let parts = (message["content"]?.array ?? []).compactMap { $0["text"]?.string }
        return parts.isEmpty ? message["refusal"]?.string : parts.joined()
    }

    /// What cannot be a count is not known.
    private static func usage(_ json: JSON?) -> TokenUsage {
        func count(_ value: JSON?) -> Int64? {
            value.flatMap(\.integer).flatMap { (0...mostTokens).contains($0) ? $0 : nil }
        }
        return TokenUsage(
            input: count(json?["prompt_tokens"]), output: count(json?["completion_tokens"]),
            cacheRead: count(json?["prompt_tokens_details"]?["cached_tokens"]),
            reasoning: count(json?["completion_tokens_details"]?["reasoning_tokens"]))
    }

    private static func refusal(_ response: HTTPResponse, _ json: JSON?) -> ModelFailure {
        let said = json?["error"]?["message"]?.string ?? json?["message"]?.string ?? ""
        let reason = "answered \(response.status)" + (said.isEmpty ? "" : ": \(line(said))")
        switch response.status {
        case 300..<400:
            return ModelFailure(.run, "\(reason): redirects are not followed; configure where it leads")
        case 401, 403: return ModelFailure(.run, "\(reason); look at the key of the endpoint")
        case 404, 405: return ModelFailure(.run, "\(reason); look at the url and the model of the endpoint")
        case 408, 409, 425, 429, 500...599: return ModelFailure(.again(after: response.retryAfter), reason)
        default: return ModelFailure(.question, reason)
        }
    }

    private static func isPage(_ response: HTTPResponse) -> Bool {
        let start = String(decoding: response.body.prefix(512), as: UTF8.self).drop { $0.isWhitespace }.lowercased()
        return start.hasPrefix("<!doctype") || start.hasPrefix("<html")
    }

    /// The beginning of what a server says, in one short line.
    private static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(200) {
            line.append(scalar.properties.isWhitespace ? " " : scalar.isHostile ? "\u{FFFD}" : scalar)
        }
        return String(line)
    }
}
