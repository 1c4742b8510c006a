/// Makes events of the bytes that a terminal sends: keys, pasted text, the mouse in either encoding, focus.
///
/// Pure, so that it can be tested byte by byte. Bytes that mean nothing to us (function keys, answers to questions that
/// nobody asked, damaged sequences) are swallowed; they never act as keys. Memory is bounded.
struct InputDecoder {
    /// Pasted text beyond this many bytes is dropped.
    static let pasteLimit = 1 << 20
    /// Control sequences and strings of this many bytes or more mean nothing to us; they are swallowed to their end.
    static let sequenceLimit = 256

    private var pending: [UInt8] = []
    private var pasted: [UInt8]?
    private var events: [InputEvent] = []

    /// Whether bytes are waiting for more. If none come within the escape delay, call `flush`.
    var isWaiting: Bool { !pending.isEmpty && pasted == nil }

    /// Takes bytes and returns what they complete.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        for byte in bytes {
            if pasted != nil { takePasted(byte) } else { take(byte) }
        }
        return takeEvents()
    }

    /// No more bytes came in time: a lone escape was the key.
    mutating func flush() -> [InputEvent] {
        guard isWaiting else { return [] }
        let bytes = pending
        pending.removeAll()
        if bytes.first == Self.escape, bytes.count <= 2 {
            events.append(.key(.escape))
            if bytes.count == 2 { take(bytes[1]) }
        }
        return takeEvents()
    }

    private static let escape: UInt8 = 0x1B

    private mutating func takeEvents() -> [InputEvent] {
        defer { events.removeAll() }
        return events
    }

    private mutating func take(_ byte: UInt8) {
        guard let first = pending.first else {
            begin(byte)
            return
        }
        if first == Self.escape { continueEscape(byte) } else { continueScalar(byte) }
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case Self.escape, 0xC2...0xF4: pending = [byte]
        case 0x20: events.append(.key(.space))
        case 0x21...0x7E: events.append(.key(.character(Unicode.Scalar(byte))))
        case 0x0A, 0x0D: events.append(.key(.enter))
        case 0x09: events.append(.key(.tab))
        case 0x08, 0x7F: events.append(.key(.backspace))
        case 0x01...0x1A: events.append(.key(.control(Unicode.Scalar(byte + 0x60))))
        default: break
        }
    }

    // MARK: UTF-8

    private mutating func continueScalar(_ byte: UInt8) {
        guard 0x80...0xBF ~= byte else {
            pending.removeAll()
            begin(byte)
            return
        }
        pending.append(byte)
        let length = pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
        guard pending.count == length else { return }
        var decoder = UTF8()
        var iterator = pending.makeIterator()
        pending.removeAll()
        // C1 controls and the replacement for damaged bytes are no keys.
        if case .scalarValue(let scalar) = decoder.decode(&iterator), scalar.value >= 0xA0 {
            events.append(.key(.character(scalar)))
        }
    }

    // MARK: Escape sequences

    private mutating func continueEscape(_ byte: UInt8) {
        if pending.count == 1 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"),
                UInt8(ascii: "^"):
                pending.append(byte)
            default:
                // Escape, and then another key: over a slow line both arrive at once.
                pending.removeAll()
                events.append(.key(.escape))
                begin(byte)
            }
            return
        }
        // Of what is too long the last two bytes are kept, which may be its end.
        if pending.count == Self.sequenceLimit { pending.remove(at: Self.sequenceLimit - 2) }
        pending.append(byte)
        switch pending[1] {
        case UInt8(ascii: "["): continueControlSequence(byte)
        case UInt8(ascii: "O"):
            let key = Self.cursorKeys[byte]
            pending.removeAll()
            if let key { events.append(.key(key)) }
        default:
            // A string (OSC, DCS, APC, PM) ends with BEL or ST.
            if byte == 0x07 || pending.suffix(2) == [Self.escape, UInt8(ascii: "\\")] { pending.removeAll() }
        }
    }

    private mutating func continueControlSequence(_ byte: UInt8) {
        if pending.count >= 3, pending[2] == UInt8(ascii: "M") {
            // X10 mouse: button, column and row as one byte each.
            guard pending.count == 6 else { return }
            let values = pending[3...].map { Int($0) - 32 }
            pending.removeAll()
            reportMouse(button: values[0], x: values[1] - 1, y: values[2] - 1, isPress: values[0] & 3 != 3)
            return
        }
        switch byte {
        case 0x20...0x3F: return
        case 0x40...0x7E:
            let sequence = pending
            pending.removeAll()
            guard sequence.count < Self.sequenceLimit else { return }
            finish(parameters: sequence[2..<(sequence.count - 1)], final: byte)
        case Self.escape: pending = [byte]
        default: pending.removeAll()
        }
    }

    private mutating func finish(parameters: ArraySlice<UInt8>, final: UInt8) {
        let isMouse = parameters.first == UInt8(ascii: "<")
        let numbers = Self.numbers(isMouse ? parameters.dropFirst() : parameters)
        switch final {
        case UInt8(ascii: "M") where isMouse, UInt8(ascii: "m") where isMouse:
            guard let numbers, numbers.count == 3 else { return }
            reportMouse(button: numbers[0], x: numbers[1] - 1, y: numbers[2] - 1, isPress: final == UInt8(ascii: "M"))
        case UInt8(ascii: "I") where parameters.isEmpty: events.append(.focus(true))
        case UInt8(ascii: "O") where parameters.isEmpty: events.append(.focus(false))
        case UInt8(ascii: "~") where !isMouse:
            guard let number = numbers?.first else { return }
            if number == 200 {
                pasted = []
            } else if let key = Self.editingKeys[number] {
                events.append(.key(key))
            }
        default:
            if let key = Self.cursorKeys[final], parameters.allSatisfy({ $0 < 0x3C }) { events.append(.key(key)) }
        }
    }

    /// The numbers between semicolons, 0 where there is none; nil when one is not a number below 65,536.
    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int]? {
        var numbers: [Int] = []
        var number = 0
        for byte in parameters {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                guard number < 1 << 16 else { return nil }
            case UInt8(ascii: ";"):
                numbers.append(number)
                number = 0
            default: return nil
            }
        }
        return numbers + [number]
    }

    /// A modifier does not change what these keys do.
    private static let cursorKeys: [UInt8: InputKey] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .shiftTab, UInt8(ascii: "M"): .enter,
    ]

    private static let editingKeys: [Int: InputKey] = [
        1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]

    private mutating func reportMouse(button: Int, x: Int, y: Int, isPress: Bool) {
        let motion = 32
        guard isPress, button & motion == 0, x >= 0, y >= 0 else { return }
        // Shift, Alt and Ctrl (4, 8, 16) do not matter.
        switch button & ~28 {
        case 0: events.append(.mouse(InputMouse(.press, x: x, y: y)))
        case 64: events.append(.mouse(InputMouse(.scrollUp, x: x, y: y)))
        case 65: events.append(.mouse(InputMouse(.scrollDown, x: x, y: y)))
        default: break
        }
    }

    // MARK: Paste

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// `pending` holds what may be the beginning of the end mark.
    private mutating func takePasted(_ byte: UInt8) {
        pending.append(byte)
        if pending == Self.pasteEnd {
            events.append(.paste(String(decoding: pasted ?? [], as: UTF8.self)))
            pasted = nil
            pending.removeAll()
            return
        }
        while !pending.isEmpty, !Self.pasteEnd.starts(with: pending) {
            let first = pending.removeFirst()
            if (pasted?.count ?? 0) < Self.pasteLimit { pasted?.append(first) }
        }
    }
}
