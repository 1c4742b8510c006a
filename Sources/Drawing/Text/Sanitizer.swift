/// One pass over the scalars of a text, in linear time and with bounded output.
struct Sanitizer {
    private let form: Text.Form
    private let ascii: Bool
    private var output = String.UnicodeScalarView()
    private var scalars = 0
    private var bytes = 0
    /// Whether the last scalar written can carry a combining mark, how many it carries, and how many were left out.
    private var hasBase = false
    private var marks = 0
    private var leftOut = 0

    private static let marksPerBase = 4
    private static let dottedCircle: Unicode.Scalar = "\u{25CC}"

    static func sanitized(_ text: String.UnicodeScalarView, form: Text.Form, ascii: Bool) -> String {
        var sanitizer = Sanitizer(form: form, ascii: ascii)
        return sanitizer.run(text)
    }

    private init(form: Text.Form, ascii: Bool) {
        self.form = form
        self.ascii = ascii || form == .identity
    }

    private mutating func run(_ text: String.UnicodeScalarView) -> String {
        var beforePrevious: Unicode.Scalar?
        var previous: Unicode.Scalar?
        var index = text.startIndex
        while index < text.endIndex {
            let scalar = text[index]
            text.formIndex(after: &index)
            let next = index < text.endIndex ? text[index] : nil
            if form == .identity {
                spellOut(scalar)
            } else {
                let joined = Self.isSelector(previous) ? beforePrevious ?? previous : previous
                draw(scalar, between: joined, and: next)
            }
            guard isWithinLimit else {
                cut()
                return String(output)
            }
            beforePrevious = previous
            previous = scalar
        }
        countLeftOut()
        return String(output)
    }

    private mutating func draw(_ scalar: Unicode.Scalar, between previous: Unicode.Scalar?, and next: Unicode.Scalar?) {
        let value = scalar.value
        let kind = value < 0x20 ? ScalarKind.escaped : ScalarKind(of: scalar)
        if kind == .mark {
            combine(scalar)
            return
        }
        countLeftOut()
        hasBase = false
        marks = 0
        if form == .body, value == 0x0A || value == 0x09 {
            append(scalar)
        } else if value < 0x20 || value == 0x7F {
            appendControl(value)
        } else {
            switch kind {
            case .omitted: break
            case .joiner where Self.joins(previous) && Self.joins(next): break
            case .joiner, .escaped: appendEscape(value)
            case .space: append(" ")
            case .wideSpace: append("  ")
            case .narrow, .wide, .conjoining, .mark: appendVisible(scalar)
            }
        }
    }

    private mutating func combine(_ mark: Unicode.Scalar) {
        if ascii {
            appendEscape(mark.value)
            return
        }
        if !hasBase {
            append(Self.dottedCircle)
            hasBase = true
            marks = 0
        }
        marks += 1
        if marks <= Self.marksPerBase { append(mark) } else { leftOut += 1 }
    }

    private mutating func countLeftOut() {
        guard leftOut > 0 else { return }
        append("<+\(leftOut)>")
        leftOut = 0
    }

    private mutating func appendVisible(_ scalar: Unicode.Scalar) {
        if ascii, scalar.value > 0x7E {
            if scalar == "\u{FFFD}" { append("?") } else { appendEscape(scalar.value) }
        } else {
            append(scalar)
            hasBase = true
        }
    }

    /// The control picture of a C0 control or delete, or its caret form.
    private mutating func appendControl(_ value: UInt32) {
        if ascii {
            append("^")
            append(Unicode.Scalar(UInt8(truncatingIfNeeded: value ^ 0x40)))
        } else if let picture = Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) {
            append(picture)
        }
    }

    private mutating func appendEscape(_ value: UInt32) {
        let digits = String(value, radix: 16, uppercase: true)
        append("<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">")
    }

    private mutating func spellOut(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x5C: append("\\\\")
        case 0x20...0x7E: append(scalar)
        default: append("\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}")
        }
    }

    private mutating func append(_ text: String) {
        for scalar in text.unicodeScalars { append(scalar) }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        output.append(scalar)
        scalars += 1
        bytes += UTF8.width(scalar)
    }

    private var isWithinLimit: Bool {
        form == .body ? bytes <= Text.bodyLimit : scalars <= Text.lineLimit
    }

    /// Takes back what went over the limit and says that something is missing.
    private mutating func cut() {
        let ellipsis: Unicode.Scalar = ascii ? "~" : "…"
        while let last = output.last,
            form == .body ? bytes + UTF8.width(ellipsis) > Text.bodyLimit : scalars + 1 > Text.lineLimit
        {
            output.removeLast()
            scalars -= 1
            bytes -= UTF8.width(last)
        }
        output.append(ellipsis)
    }

    private static func isSelector(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return 0xFE00...0xFE0F ~= scalar.value
    }

    /// Letters of scripts that need joiners (Arabic, Indic) and pictographs.
    private static func joins(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        switch scalar.value {
        case 0x600...0xDFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return true
        default: return Text.isPictograph(scalar)
        }
    }
}
