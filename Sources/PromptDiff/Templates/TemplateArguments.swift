/// The parts of a tag such as `media url=picture alt="a tree"`: separated by white space, except within quotation marks.
struct TemplateArguments {
    private(set) var parts: [String] = []

    /// Cuts `tag`.
    init(_ tag: Substring.UnicodeScalarView) {
        var part = String.UnicodeScalarView()
        var quote: Unicode.Scalar?
        for scalar in tag {
            if let open = quote {
                part.append(scalar)
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
                part.append(scalar)
            } else if scalar.properties.isWhitespace || scalar == "(" || scalar == ")" {
                if !part.isEmpty { parts.append(String(part)) }
                part = String.UnicodeScalarView()
            } else {
                part.append(scalar)
            }
        }
        if !part.isEmpty { parts.append(String(part)) }
    }
}
