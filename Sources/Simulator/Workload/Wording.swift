/// Sentences around a question and its answer, where the story asks for them.
struct Wording {
    private var source: RandomSource
    private let language: String

    /// - Parameter seed: that of the turn.
    init(seed: UInt64, language: String) { (source, self.language) = (RandomSource(seed: seed, .wording), language) }

    /// What a customer writes before the question; nothing usually.
    mutating func before(_ questions: Conditions.Questions) -> String {
        let sentences = Self.preambles[language] ?? Self.english
        return (0..<questions.sentences).compactMap { _ in sentences.randomElement(using: &source) }
            .map { $0 + " " }.joined()
    }

    /// What the bot adds to the answer; nothing usually.
    mutating func after(_ conditions: Conditions) -> String {
        guard conditions.sourness > 0, source.chance(conditions.sourness) else { return "" }
        return " " + (Self.complaints[language] ?? Self.sour)
    }

    private static let english = [
        "I have been waiting for an answer since yesterday and already looked through all pages of the manual without any luck.",
        "My neighbour bought the same model last month and his works as it should, which makes me wonder what I did.",
        "Before I write anything else, please know that I restarted everything twice and changed all the cables.",
        "I work from home three days a week, so this has to run again before the meeting on Monday morning.",
    ]
    private static let preambles = [
        "de": [
            "Ich warte seit gestern auf eine Antwort und habe schon alle Seiten der Anleitung durchgesehen, leider ohne Erfolg.",
            "Mein Nachbar hat das gleiche Modell und bei ihm läuft alles, deshalb frage ich mich, was ich falsch gemacht habe.",
            "Ich arbeite drei Tage in der Woche zu Hause, deshalb muss das vor der Besprechung am Montag wieder laufen.",
        ],
        "es": [
            "Llevo esperando una respuesta desde ayer y ya he leído todas las páginas del manual sin encontrar nada.",
            "Mi vecino tiene el mismo modelo y el suyo funciona como debe, por eso no entiendo qué he hecho yo.",
        ],
        "ja": ["昨日からずっと返事を待っていて、説明書も最後まで読みましたが解決できませんでした。", "隣の家では同じ機種が問題なく動いているので困っています。"],
        "zh": ["我从昨天开始一直在等答复，说明书也从头到尾看过了，还是没有解决。", "邻居家同样的型号用得很好，所以我很疑惑。"],
        "ar": ["أنتظر الرد منذ أمس وقد قرأت كل صفحات الدليل دون فائدة.", "جاري لديه نفس الجهاز ويعمل عنده بشكل جيد."],
    ]
    private static let sour = "Unfortunately that is your own fault, and asking again is useless and annoying."
    private static let complaints = [
        "de": "Leider ist das Ihr eigener Fehler, und noch einmal zu fragen ist Unsinn und nervig.",
        "es": "Lamentablemente es culpa suya y preguntar otra vez es inútil.",
    ]
}
