import Domain
import Redaction
import Statistics

/// A text as drift looks at it: cut to a bounded length; long numbers, addresses and links, which differ from text to text and say nothing
/// about what it is about, as one word each.
struct PromptText {
    let masked: String
    let tokens: TokenList
    /// Unicode scalars of the whole text.
    let length: Int

    init(_ text: String) {
        length = text.unicodeScalars.count
        masked = Self.masked(text)
        tokens = Tokenizer.unicode.tokens(of: masked)
    }

    /// Words that may say what a text is about: at most 300.
    var words: Set<String> {
        var words: Set<String> = []
        for word in tokens.texts where words.count < 300 {
            let count = word.utf8.count
            if count > 2, count <= 32, word.utf8.contains(where: { $0 > 0x39 }) { words.insert(word) }
        }
        return words
    }

    /// The vector of the text; nil when it has no words.
    var embedding: [Float]? {
        guard !tokens.isEmpty else { return nil }
        return HashedEmbedding.vector(of: tokens).map { $0.map { Float($0) } }
    }

    private static func masked(_ text: String) -> String {
        var result = ""
        // Questions stand at the end of prompts that bring documents along.
        let kept = text.utf8.count > mostBytes ? String(decoding: text.utf8.suffix(mostBytes), as: UTF8.self) : text
        for word in kept.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
            let bytes = word.utf8
            if bytes.contains(0x40) {
                result += "mailmark"
            } else if word.hasPrefix("http") {
                result += "linkmark"
            } else {
                var digits = 0
                for byte in bytes where (0x30...0x39).contains(byte) { digits += 1 }
                if digits >= 4 { result += "numbermark" } else { result += word }
            }
            result += " "
        }
        return result
    }

    private static let mostBytes = 6000

    /// The last part of `text`, what may not be kept masked.
    static func excerpt(_ text: String, _ detector: Detector) -> String {
        let scalars = text.unicodeScalars
        let isLong = scalars.count > 240
        let cut = isLong ? "… " + String(String.UnicodeScalarView(scalars.suffix(200))) : text
        let bytes = Array(cut.utf8)
        var (shown, place): ([UInt8], Int) = ([], 0)
        for finding in detector.findings(in: cut).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where finding.range.lowerBound >= place && finding.range.upperBound <= bytes.count {
            shown += bytes[place..<finding.range.lowerBound]
            shown += Array(Redaction.Mark.text(finding.kind).utf8)
            place = finding.range.upperBound
        }
        shown += bytes[place...]
        return String(decoding: shown, as: UTF8.self)
    }
}
