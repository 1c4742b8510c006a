/// The list prices that come with the program, as text that can be read and compared: facts of November 2026, collected from the price map
/// of litellm 1.106.2. Free and experimental models are left out, since a free trial must not look like a free call.
///
/// A line is the name of a model and its prices in dollars per million tokens: `in`, `out`, `read` and `write` (cache), `write1h`
/// (cache for an hour), `reason`, `audioin`, `audioout`; a price that is missing is that of `Rates`. An indented line adds to the
/// model above it: `>200000` the prices of inputs longer than that, `batch`, `flex` or `priority` those of a service tier,
/// `batch>200000` both. After `provider NAME` the prices hold only for calls that NAME serves: the models have open weights, and
/// everybody who serves them has a price of his own, or a cloud asks for more than their maker does. A snapshot with a date has a line only where it costs something else.
enum BuiltInPrices {
    /// All prices; throws when a text is not as described.
    static func all() throws -> [Price] {
        try [
            openAI, anthropic, google, mistral, deepSeek, xAI, others, bedrockAnthropic, bedrock, hosted,
        ].flatMap(prices)
    }

    /// Reads one text.
    static func prices(in text: String) throws -> [Price] {
        var reader = PriceTextReader()
        for line in text.split(separator: "\n") { try reader.read(line) }
        return try reader.finish()
    }
}

extension PriceTable {
    /// The list prices of the current models of OpenAI, Anthropic, Google, Mistral, DeepSeek, xAI, Cohere, Perplexity and Voyage, and of
    /// what AWS Bedrock, Azure, Groq, Cerebras and Together serve at prices of their own, as they were known in `builtInDate`.
    /// They have no history: a call of the past is priced as of now, unless a merged price says what held then.
    public static let builtIn = PriceTable((try? BuiltInPrices.all()) ?? [])

    /// The month of the facts in `builtIn`.
    public static let builtInDate = "2026-11"
}
