import Drawing

extension Format {
    /// A share in per cent with as many decimals as people wrote, at most three: `99.5 %`, `99.95 %`, `99 %`.
    static func percent(exactly share: Double) -> String {
        var text = decimal(share * 100, decimals: 3)
        while text.utf8.last == UInt8(ascii: "0") { text.unicodeScalars.removeLast() }
        if text.utf8.last == UInt8(ascii: ".") { text.unicodeScalars.removeLast() }
        return text + " %"
    }
}
