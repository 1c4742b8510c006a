/// The numbers that a text says in digits: `1,234.5`, `-3`, `.5`, `12 %`. A group of three digits behind a comma belongs to the number.
struct SaidNumbers {
    private(set) var values: [Double] = []

    init(_ text: String) {
        var digits = ""
        let scalars = Array(text.unicodeScalars)
        var at = 0
        func isDigit(_ index: Int) -> Bool { index < scalars.count && ("0"..."9").contains(scalars[index]) }
        while at < scalars.count {
            let startsWithPoint = scalars[at] == "." && isDigit(at + 1)
            guard isDigit(at) || startsWithPoint else {
                at += 1
                continue
            }
            let before = at > 0 ? scalars[at - 1] : " "
            // A minus in a word or a range is a hyphen.
            let isNegative =
                (before == "-" || before == "\u{2212}") && (at < 2 || scalars[at - 2].properties.isWhitespace)
            digits = startsWithPoint ? "0" : ""
            var hasPoint = false
            while at < scalars.count {
                if isDigit(at) {
                    digits.unicodeScalars.append(scalars[at])
                } else if scalars[at] == ",", !hasPoint, isDigit(at + 1), isDigit(at + 2), isDigit(at + 3),
                    !isDigit(at + 4)
                {
                    at += 1
                    continue
                } else if scalars[at] == ".", !hasPoint, isDigit(at + 1) {
                    hasPoint = true
                    digits += "."
                } else {
                    break
                }
                at += 1
            }
            if let value = Double(digits), value.isFinite { values.append(isNegative ? -value : value) }
        }
    }
}
