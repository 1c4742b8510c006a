/// Seeded texts: words that repeat, blank lines, odd line ends, and characters from all over Unicode.
struct RandomTexts {
    private var random: SplitMix64
    private static let words = [
        "answer", "the", "question", "of", "a", "customer", "in", "context", "{{context}}", "never", "ask", "for",
        "0.7",
        "回答", "नमस्ते", "👩‍💻", "e\u{301}", "\u{202E}", "\u{200D}", "-", "…", "it's", "\u{FE0F}", "🇩🇪", "x_y", "1,000.5",
    ]

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func text() -> String {
        (0..<random.next() % 20).map { _ in line() }.joined(separator: below(8) == 0 ? "\r\n" : "\n")
    }

    /// Two texts: often one is the other with some edits, sometimes they have nothing in common.
    mutating func pair() -> (String, String) {
        let old = text()
        switch below(6) {
        case 0: return (old, text())
        case 1: return (noise(), noise())
        default: return (old, edited(old))
        }
    }

    private mutating func line() -> String {
        let count = below(12)
        return String(repeating: " ", count: below(3))
            + (0..<count).map { _ in word() }.joined(separator: below(9) == 0 ? "  " : " ")
    }

    private mutating func word() -> String { Self.words[below(Self.words.count)] }

    private mutating func noise() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<below(200) {
            let value = below(3) == 0 ? UInt32(below(0x80)) : UInt32(below(0x11_0000))
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    private mutating func edited(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<(1 + below(5)) where !lines.isEmpty {
            let place = below(lines.count)
            switch below(6) {
            case 0: lines.remove(at: place)
            case 1: lines.insert(line(), at: place)
            case 2: lines.swapAt(place, below(lines.count))
            case 3: lines[place] += " " + word()
            case 4: lines[place] = word() + lines[place]
            default:
                var words = lines[place].split(separator: " ").map(String.init)
                if !words.isEmpty { words[below(words.count)] = word() }
                lines[place] = words.joined(separator: " ")
            }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
}
