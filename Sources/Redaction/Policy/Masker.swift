import Domain

/// Replaces what may not be kept by marks such as `[REDACTED:email]`.
public struct Masker: Sendable {
    /// How often a text is looked at again: what was taken out may have hidden something else.
    private static let passes = 8

    private let detector: Detector
    /// Whether what looks like a mark already is put into quotation marks, so that nobody takes it for one of ours.
    private let quotesMarks: Bool
    private let pseudonyms: Pseudonyms?

    /// A masker of what `detector` finds.
    ///
    /// - Parameter pseudonyms: stand for values that are to be told apart; without them marks do.
    public init(_ detector: Detector, quotesMarks: Bool = true, pseudonyms: Pseudonyms? = nil) {
        (self.detector, self.quotesMarks, self.pseudonyms) = (detector, quotesMarks, pseudonyms)
    }

    /// The text of `bytes` with marks; nil when there is nothing to be changed.
    ///
    /// - Parameter counts: to which what was taken out is added.
    public func masked(_ bytes: UnsafeRawBufferPointer, counts: inout RedactionCounts) -> [UInt8]? {
        let (findings, marks) = detector.look(at: bytes)
        if findings.isEmpty, marks.isEmpty || !quotesMarks { return nil }
        // Marks that are there first, as long as none of ours is.
        let quoted = quotesMarks ? Masker.quoted(bytes, marks) : nil
        guard !findings.isEmpty else { return quoted }
        var text = quoted ?? Array(bytes)
        var found = quoted == nil ? findings : text.withUnsafeBytes(detector.findings(in:))
        for _ in 0..<Masker.passes where !found.isEmpty {
            for finding in found { counts[finding.kind] += 1 }
            text = text.withUnsafeBytes { replaced($0, found) }
            found = text.withUnsafeBytes(detector.findings(in:))
        }
        return text
    }

    /// `bytes` with quotation marks around what looks like a mark and has none yet; nil when there is no such.
    private static func quoted(_ bytes: UnsafeRawBufferPointer, _ marks: [Range<Int>]) -> [UInt8]? {
        let (opening, closing) = (Array("“".utf8), Array("”".utf8))
        let bare = marks.filter { !bytes[..<$0.lowerBound].suffix(3).elementsEqual(opening) }
        guard !bare.isEmpty else { return nil }
        var result: [UInt8] = []
        var last = 0
        for mark in bare {
            result += bytes[last..<mark.lowerBound]
            result += opening
            result += bytes[mark]
            result += closing
            last = mark.upperBound
        }
        return result + bytes[last...]
    }

    private func replaced(_ bytes: UnsafeRawBufferPointer, _ findings: [Finding]) -> [UInt8] {
        let text = Text(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var last = 0
        for finding in findings where finding.range.lowerBound >= last {
            // Of a private key, the detector tells the first line only.
            let end =
                finding.kind == .privateKey
                ? PrivateKey.bodyEnd(behind: finding.range.upperBound, in: text) : finding.range.upperBound
            let quotation = JSONContext.quotation(around: finding.range.lowerBound..<end, in: text)
            result += bytes[last..<finding.range.lowerBound]
            result += quotation
            if finding.isHashed, let pseudonyms {
                result += pseudonyms.pseudonym(text.bytes(finding.range))
            } else {
                result += Mark.bytes(finding.kind)
            }
            result += quotation
            last = end
        }
        return result + bytes[last...]
    }
}

extension Detector {
    /// What stands in `bytes` that may not be kept, and what looks like our own mark.
    func look(at bytes: UnsafeRawBufferPointer) -> (findings: [Finding], marks: [Range<Int>]) {
        let scan = scan(bytes)
        return (scan.findings.isEmpty ? [] : Overlaps.resolved(scan.findings), scan.marks)
    }
}
