import Domain
import Glibc

/// A text that is looked for in contents, upper and lower case alike.
///
/// Bytes are searched first, for a part of the text that no encoding changes: that finds every place where the text stands, and a few
/// where it does not. Whether it does, the contents themselves tell.
struct SearchedText {
    /// The whole text, lower case.
    private let utf8: [UInt8]
    /// What is searched for in bytes, in both cases: one letter, chosen to be rare.
    private let anchors: [[UInt8]]
    /// Bytes of the run before the anchor, lower case.
    private let before: [UInt8]
    /// What follows the beginning of the anchor.
    private let after: ArraySlice<Unicode.Scalar>
    /// Whether the anchor may stand there escaped.
    private let mayBeEscaped: Bool

    init(_ text: String) {
        let folded = LetterFolding.fold(text)
        utf8 = folded.flatMap { Array(String($0).utf8) }
        // What escapes is not told from what is escaped: of a text with backslashes, a part without is searched for.
        let parts = folded.split(separator: "\\").map(Array.init)
        let letters = parts.max { Self.longestPlainRun($0).count < Self.longestPlainRun($1).count } ?? []
        let run = Self.longestPlainRun(letters)
        if let anchor = run.max(by: { Self.rarity(letters[$0]) < Self.rarity(letters[$1]) }) {
            anchors = LetterFolding.alternatives(of: letters[anchor]).map { Array(String($0).utf8) }
            before = letters[run.lowerBound..<anchor].map { UInt8(truncatingIfNeeded: $0.value) }
            after = letters[anchor...]
            mayBeEscaped = false
        } else {
            anchors = letters.first.map(LetterFolding.alternatives)?.map { Array(String($0).utf8) } ?? []
            (before, after, mayBeEscaped) = ([], letters[...], true)
        }
    }

    /// The places in encoded telemetry where the text may stand, not in order.
    func places(in bytes: UnsafeRawBufferPointer) -> [Int] {
        var places: [Int] = []
        for anchor in anchors { search(anchor, in: bytes, &places) }
        if mayBeEscaped { search([0x5C], in: bytes, &places) }
        return places
    }

    /// Whether the text stands in one of the texts of `contents`.
    func isContained(in contents: SpanContents) -> Bool { contents.texts.contains(where: isContained) }

    /// Whether the text stands in `text`.
    private func isContained(in text: String) -> Bool {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            folded.append(contentsOf: UTF8.encode(LetterFolding.fold(scalar)) ?? .init())
        }
        return folded.withUnsafeBytes { $0.contains(utf8) }
    }

    private func search(_ anchor: [UInt8], in bytes: UnsafeRawBufferPointer, _ places: inout [Int]) {
        guard let start = bytes.baseAddress, let first = anchor.first else { return }
        let encoded = EncodedText(bytes: bytes)
        var at = 0
        while at < bytes.count, let found = memchr(start + at, Int32(first), bytes.count - at) {
            let place = start.distance(to: UnsafeRawPointer(found))
            if matches(place, encoded) { places.append(place) }
            at = place + 1
        }
    }

    @inline(__always)
    private func matches(_ place: Int, _ text: EncodedText) -> Bool {
        guard place >= before.count else { return false }
        for (index, byte) in before.enumerated() {
            guard Self.lower(text.bytes[place - before.count + index]) == byte else { return false }
        }
        var at = place
        for letter in after {
            guard let next = text.letter(at: at), LetterFolding.fold(next.scalar) == letter else { return false }
            at = next.next
        }
        return true
    }

    /// The longest run of letters that stand in every encoding as they are.
    private static func longestPlainRun(_ letters: [Unicode.Scalar]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0...letters.count where index == letters.count || !isPlain(letters[index]) {
            if index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        return longest
    }

    /// Letters that some encoder escapes: quotes, slashes, what HTML is afraid of, and whatever is not ASCII.
    private static func isPlain(_ letter: Unicode.Scalar) -> Bool {
        (0x20..<0x7F).contains(letter.value) && !"\"'\\/<>&+=`".unicodeScalars.contains(letter)
    }

    /// How rare a letter is in text; the order is that of letters in English.
    private static func rarity(_ letter: Unicode.Scalar) -> Int {
        let frequent = " etaoinshrdlucmwfgypbvkjxqz".unicodeScalars
        return frequent.firstIndex(of: letter).map { frequent.distance(from: frequent.startIndex, to: $0) } ?? 20
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
