/// What people ask models, what models answer, and what applications put beside it, without anything that has to be hidden; made
/// from templates, with other names and numbers in each text.
enum CleanCorpus {
    /// `perTemplate` texts of each template; the same from the same seed.
    static func texts(perTemplate count: Int, seed: UInt64) -> [String] {
        var values = CleanValues(seed: seed)
        return templates.flatMap { template in (0..<count).map { _ in template(&values) } }
    }

    private static let templates: [@Sendable (inout CleanValues) -> String] = [
        {
            "Where is my order \($0.order()) of \($0.date())? It was \($0.price()) and has not come to \($0.city()) yet."
        },
        { "Order \($0.order()): \($0.number(1...9)) x \($0.product()), \($0.price()). Invoice RE-\($0.digits(8))." },
        {
            "Parcel \($0.upper(2))\($0.digits(9))\($0.upper(2)) left \($0.city()) at \($0.clock()), tracking \($0.digits(20))."
        },
        { "Request \($0.uuid()) failed after \($0.number(1...9000)) ms, retry of \($0.uuid())" },
        { "commit \($0.hex(40)) by \($0.name()): bump \($0.package()) to \($0.version())" },
        { "sha256:\($0.hex(64))  \($0.package())-\($0.version()).tar.gz" },
        {
            "\($0.timestamp()) INFO \($0.package()) pid=\($0.number(1...65535)) took \($0.decimal()) s, \($0.digits(10)) ns"
        },
        {
            "upgrade \($0.package()) \($0.version()) -> \($0.version()), needs python >= 3.\($0.number(8...13)).\($0.number(0...9))"
        },
        {
            "peer 10.\($0.number(0...255)).\($0.number(0...255)).\($0.number(1...254)):\($0.number(1024...65535)) up, fe80::\($0.hex(4)):\($0.hex(4))"
        },
        {
            "Model \($0.upper(2))-\($0.digits(3))-\($0.digits(4)), part no. \($0.digits(3))-\($0.digits(5))-\($0.digits(2)), serial \($0.upper(3))\($0.digits(9))"
        },
        { "ISBN \($0.isbn()), \($0.number(80...900)) pages, \($0.price()), by \($0.name())" },
        { "let total = items.map { $0.price * \($0.decimal()) }.reduce(0, +) // \($0.date()), see #\($0.digits(4))" },
        {
            "def load(path: str, key: str = \"\($0.word())\") -> dict:\n    token = next(tokens)\n    return json.load(open(path))[key][\($0.number(0...99))]"
        },
        {
            "client = OpenAI(api_key=os.environ[\"OPENAI_API_KEY\"])\nr = client.chat(model=\"gpt-4o-\($0.date())\", max_tokens=\($0.digits(4)))"
        },
        { "data:image/png;base64,\($0.base64(900))" },
        { "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/jpeg;base64,\($0.base64(600))\"}}" },
        {
            "The \($0.product()) costs \($0.price()) instead of \($0.price()), you save \($0.number(1...70)) % until \($0.date())."
        },
        {
            "See https://www.example.com/\($0.word())/\($0.digits(6))?page=\($0.number(1...99))&sort=\($0.word())&ref=\($0.hex(12))#s\($0.number(1...9))"
        },
        { "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Is \($0.order()) at \($0.city())?\"}]}]" },
        {
            "[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"call_\($0.alphanumeric(24))\",\"type\":\"function\",\"function\":{\"name\":\"lookup_\($0.word())\",\"arguments\":\"{\\\"order\\\": \\\"\($0.order())\\\", \\\"limit\\\": \($0.number(1...50))}\"}}]}]"
        },
        {
            "{\"id\":\"chatcmpl-\($0.alphanumeric(29))\",\"model\":\"gpt-4o-mini\",\"created\":\($0.digits(10)),\"usage\":{\"prompt_tokens\":\($0.number(1...4000)),\"completion_tokens\":\($0.number(1...900)),\"total_tokens\":\($0.digits(4)),\"prompt_tokens_details\":{\"cached_tokens\":0}},\"system_fingerprint\":\"fp_\($0.hex(10))\"}"
        },
        {
            "{\"token\":\" \($0.word())\",\"logprob\":-\($0.decimal()),\"bytes\":[32,\($0.number(97...122))],\"top_logprobs\":[]}"
        },
        {
            "{\"name\":\"reset_\($0.word())\",\"parameters\":{\"type\":\"object\",\"properties\":{\"new_password\":{\"type\":\"string\",\"description\":\"At least \($0.number(8...20)) characters\"},\"user\":{\"type\":\"string\"}},\"required\":[\"new_password\"]}}"
        },
        {
            "To reset your password, open Settings > Account in version \($0.version()) and press \"Forgot password\". The link is valid for \($0.number(5...60)) minutes."
        },
        {
            "The token limit is \($0.digits(5)); your prompt has \($0.digits(4)) tokens, of which \($0.number(1...900)) are cached (\($0.decimal()) s)."
        },
        {
            "\($0.name()) lives in \($0.city()) since \($0.number(1950...2024)) and ordered \($0.number(1...40)) times, last on \($0.date()) at \($0.clock())."
        },
        {
            "| \($0.product()) | \($0.number(1...500)) | \($0.price()) | \($0.date()) |\n| \($0.product()) | \($0.number(1...500)) | \($0.price()) | \($0.date()) |"
        },
        {
            "{\"trace_id\":\"\($0.hex(32))\",\"span_id\":\"\($0.hex(16))\",\"start\":\($0.digits(19)),\"p95_ms\":\($0.decimal()),\"service\":\"\($0.package())\"}"
        },
        {
            "[\($0.decimal()), -\($0.decimal()), \($0.decimal()), \($0.decimal())e-05, 0.\($0.digits(16)), -0.\($0.digits(17))]"
        },
        {
            "SELECT id, total FROM orders WHERE id = \($0.digits(8)) AND day >= '\($0.date())' AND sku LIKE '\($0.upper(3))-%' LIMIT \($0.number(1...500));"
        },
        {
            "Bitte sagen Sie mir, wann die Bestellung \($0.order()) über \($0.price()) in \($0.city()) ankommt. Zählernummer \($0.digits(8)), Tarif \($0.word())."
        },
        { "注文番号\($0.digits(8))の\($0.product())は\($0.date())に届きますか。価格は\($0.digits(4))円です。" },
        {
            "Traceback (most recent call last):\n  File \"/srv/\($0.package())/\($0.word()).py\", line \($0.number(1...900)), in \($0.word())\nKeyError: '\($0.word())_\($0.digits(3))' at 0x\($0.hex(12))"
        },
        {
            "Rate limit reached for gpt-4o-mini in organization org-\($0.alphanumeric(24)) on tokens per min (TPM): Limit \($0.digits(5)), Used \($0.digits(5)), Requested \($0.digits(3))."
        },
        {
            "{\"request\":{\"headers\":{\"content-type\":\"application/json\",\"x-request-id\":\"req_\($0.hex(32))\",\"user-agent\":\"\($0.package())/\($0.version())\"},\"retries\":\($0.number(0...5))}}"
        },
        {
            "docker run -p \($0.number(1024...9999)):\($0.number(1024...9999)) ghcr.io/acme/\($0.package()):\($0.version())@sha256:\($0.hex(64))"
        },
        {
            "arn:aws:s3:::\($0.word())-\($0.word())-eu-west-1/\($0.date())/part-\($0.digits(5))-\($0.uuid()).snappy.parquet"
        },
        {
            "GPS \($0.number(0...89)).\($0.digits(6)), \($0.number(0...179)).\($0.digits(6)); flight \($0.upper(2))\($0.digits(4)) gate \($0.upper(1))\($0.number(1...60)), seat \($0.number(1...40))\($0.upper(1)), MAC \($0.hex(2)):\($0.hex(2)):\($0.hex(2)):\($0.hex(2)):\($0.hex(2)):\($0.hex(2))"
        },
    ]
}
