import Domain
import Foundation
import Redaction
import Testing

/// Hand-marked texts, and numbers with check digits: every case of every `pii*.json`.
@Suite struct RedactionVectors {
    @Test func everyCaseComesOutAsMarked() throws {
        let cases = try VectorCase.all("pii")
        #expect(!cases.isEmpty, "no cases in \(VectorFolder.root.path)")
        for item in cases {
            switch (item.kind, item.text, item.digits, item.valid) {
            case ("luhn", _, let digits?, let valid?):
                #expect(Luhn.isValid(Array(digits.utf8)) == valid, "\(item.id): \(digits)")
            case ("iban", let text?, _, let valid?):
                #expect(BankAccount.isValid(text) == valid, "\(item.id): \(text)")
            case (nil, let text?, _, _):
                let found = found(text)
                let expected = item.expect ?? []
                #expect(found == expected, "\(item.id): \(text)")
            default: Issue.record("\(item.id) is no case that is known")
            }
        }
    }

    /// What the eleven kinds of the vectors are found in.
    private func found(_ text: String) -> [VectorCase.Marked] {
        let detector = Detector(kinds: SensitiveKinds.all.subtracting(SensitiveKinds([.bearer, .key])))
        let bytes = Array(text.utf8)
        func scalars(_ offset: Int) -> Int { bytes[..<offset].count { $0 & 0xC0 != 0x80 } }
        return detector.findings(in: text).map { finding in
            VectorCase.Marked(
                kind: finding.kind.rawValue.uppercased(), startScalar: scalars(finding.range.lowerBound),
                endScalar: scalars(finding.range.upperBound), startUTF8: finding.range.lowerBound,
                endUTF8: finding.range.upperBound)
        }
    }
}
