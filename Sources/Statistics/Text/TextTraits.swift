/// What can be told of a text without a model: its language by script and small words, its tone by words of praise and complaint,
/// whether it declines. Rough for a single text, steady over many.
public struct TextTraits: Hashable, Sendable {
    /// A code such as `de`; `other` when it cannot be told.
    public let language: String
    /// −1 (complaint) to 1 (praise); 0 without either.
    public let tone: Double
    /// Whether it begins by declining to help.
    public let declines: Bool

    /// The traits of `text`, whose words are `tokens` (`Tokenizer.unicode`). Only the first thousand words count.
    public init(_ text: String, _ tokens: TokenList) {
        language = Self.language(text, tokens)
        tone = Self.tone(tokens)
        declines = Self.declines(tokens)
    }

    private static let mostWords = 1000

    private static func language(_ text: String, _ tokens: TokenList) -> String {
        var scripts: [String: Int] = [:]
        var (latin, seen) = (0, 0)
        for scalar in text.unicodeScalars {
            seen += 1
            if seen > 4000 { break }
            if scalar.value < 0x250 {
                latin += scalar.properties.isAlphabetic ? 1 : 0
            } else if let script = script(scalar.value) {
                scripts[script, default: 0] += 1
            }
        }
        // A kana among ideographs makes the text Japanese; a text of another script has some Latin words as well.
        if let kana = scripts["ja"], kana * 20 > scripts["zh", default: 0] {
            scripts["ja"] = kana + (scripts.removeValue(forKey: "zh") ?? 0)
        }
        if let (script, count) = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 2 > latin {
            return script
        }
        guard latin > 0 else { return "other" }
        var votes: [String: Int] = [:]
        for hash in tokens.hashes.prefix(mostWords) {
            for language in smallWords[hash] ?? [] { votes[language, default: 0] += 1 }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "other"
    }

    private static func script(_ value: UInt32) -> String? {
        switch value {
        case 0x370...0x3FF: "el"
        case 0x400...0x52F: "ru"
        case 0x590...0x5FF: "he"
        case 0x600...0x6FF, 0x750...0x77F: "ar"
        case 0x900...0x97F: "hi"
        case 0xE00...0xE7F: "th"
        case 0x3041...0x30FF: "ja"
        case 0x3400...0x9FFF: "zh"
        case 0xAC00...0xD7A3: "ko"
        default: nil
        }
    }

    private static func tone(_ tokens: TokenList) -> Double {
        var (good, bad) = (0.0, 0.0)
        for (place, hash) in tokens.hashes.prefix(mostWords).enumerated() {
            guard let sign = feelings[hash] else { continue }
            let isNegated = place > 0 && negations.contains(tokens.hashes[place - 1])
            if sign != isNegated { good += 1 } else { bad += 1 }
        }
        return good + bad > 0 ? (good - bad) / (good + bad + 1) : 0
    }

    private static func declines(_ tokens: TokenList) -> Bool {
        let hashes = tokens.hashes.prefix(60)
        return hashes.indices.contains { start in
            refusals[hashes[start]]?.contains { hashes[start...].starts(with: $0) } ?? false
        }
    }

    // Words by their hash

    private static func hashes(_ words: String) -> [UInt64] { Tokenizer.unicode.tokens(of: words).hashes }

    private static let smallWords: [UInt64: [String]] = {
        let lists = [
            "en": "the and is to of you my it for with this that can how what not are have do was in on",
            "de": "der die das und ist nicht ich sie mit ein eine wie zu mein auf für es den kann was wir von",
            "fr": "le la les et est pas je vous un une des que pour dans mon ma du ce avec comment sur",
            "es": "el la los y es no mi un una que para de en con cómo por se lo las puedo del",
            "it": "il la che e è non di un una per mio come con sono gli del mi si ho le",
            "pt": "o a os e não é de um uma que para meu com como por se do da em minha",
            "nl": "de het een en is niet ik je mijn van op met voor hoe kan wat dat te er",
            "pl": "i nie w na się jest jak mój do z czy to moje jest mogę dla",
            "tr": "ve bir bu ne için nasıl değil mi benim ile çok var da",
            "sv": "och det är inte jag en ett att hur min på med för kan av",
        ]
        var words: [UInt64: [String]] = [:]
        for (language, list) in lists { for hash in Set(hashes(list)) { words[hash, default: []].append(language) } }
        return words
    }()

    private static let feelings: [UInt64: Bool] = {
        let good = """
            good great happy glad thanks thank perfect excellent pleased helpful wonderful love welcome gladly easy resolved gut super \
            gern gerne danke freut toll perfekt hilfreich merci bon parfait ravi excellent gracias bueno perfecto encantado genial \
            grazie ottimo obrigado bom
            """
        let bad = """
            bad terrible awful sorry unfortunately wrong annoying angry useless disappointed disappointing frustrating refuse stupid \
            nonsense fault impossible worst hate ridiculous complaint leider schlecht falsch ärgerlich unmöglich unsinn enttäuscht \
            nervig malheureusement mauvais désolé faux nul impossible lamentablemente malo siento inútil imposible purtroppo \
            infelizmente
            """
        return Dictionary(
            hashes(good).map { ($0, true) } + hashes(bad).map { ($0, false) }, uniquingKeysWith: { first, _ in first })
    }()

    private static let negations = Set(hashes("not no never nicht kein keine nie pas sin nunca non"))

    private static let refusals: [UInt64: [[UInt64]]] = {
        let beginnings = [
            "i can't help", "i can’t help", "i cannot help", "i can't assist", "i cannot assist", "i'm unable to",
            "i am unable to",
            "i'm not able to", "i am not able to", "i can't provide", "i cannot provide", "i won't", "i must decline",
            "i can't do that", "i cannot do that", "as an ai", "i'm sorry but i can't", "i'm sorry i can't",
            "not allowed to",
            "ich kann ihnen dabei nicht", "ich kann dabei nicht", "ich darf nicht", "das kann ich nicht",
            "je ne peux pas",
            "no puedo ayudar", "no puedo proporcionar", "non posso aiutar", "não posso ajudar",
        ]
        return Dictionary(grouping: beginnings.map(hashes).filter { !$0.isEmpty }, by: { $0[0] })
    }()
}
