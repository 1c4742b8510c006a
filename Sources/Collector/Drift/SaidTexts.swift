import Domain
import Statistics

/// What the user said last and what was answered, as far as it is text.
struct SaidTexts {
    let inputText: String?
    let input: PromptText?
    let inputTraits: TextTraits?
    let output: PromptText?
    let outputTraits: TextTraits?

    init(_ contents: SpanContents) {
        let user = contents.input.last { $0.role == "user" && !$0.text.isEmpty }?.text
        let answer = contents.output.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        inputText = user
        input = user.map { PromptText($0) }
        inputTraits = input.map { text in
            // Whoever asks with documents writes the question behind them.
            let end = String(String.UnicodeScalarView(text.masked.unicodeScalars.suffix(200)))
            return TextTraits(end, Tokenizer.unicode.tokens(of: end))
        }
        output = answer.isEmpty ? nil : PromptText(answer)
        outputTraits = output.map { TextTraits($0.masked, $0.tokens) }
    }
}
