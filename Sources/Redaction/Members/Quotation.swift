/// A quotation mark of JSON within texts of JSON: in each layer the backslashes before it are one more than twice as many.
struct Quotation {
    /// Five layers within the outermost one; deeper ones are looked at as text only.
    private static let mostBackslashes = 31

    /// `"`, or `'` where Python printed what it holds.
    let mark: UInt8
    let backslashes: Int

    /// Characters of the whole mark.
    var count: Int { backslashes + 1 }
    var bytes: [UInt8] { [UInt8](repeating: 0x5C, count: backslashes) + [mark] }

    /// The one whose last character is at `at`; nil when none is.
    init?(endingAt at: Int, in text: Text) {
        let mark = text[at]
        guard mark == 0x22 || mark == 0x27 else { return nil }
        let backslashes = at - text.start(of: at, limit: Quotation.mostBackslashes + 1) { $0 == 0x5C }
        guard backslashes <= Quotation.mostBackslashes, backslashes & (backslashes + 1) == 0 else { return nil }
        (self.mark, self.backslashes) = (mark, backslashes)
    }

    /// The one that begins at `start`; nil when none does.
    init?(startingAt start: Int, in text: Text) {
        self.init(endingAt: text.end(of: start, limit: Quotation.mostBackslashes + 1) { $0 == 0x5C }, in: text)
    }

    /// The end of the text that begins at `start` behind this mark, before the mark that closes it, and where what follows begins.
    /// A text that is not closed ends where the text around it does, or all does.
    func close(from start: Int, in text: Text) -> (end: Int, next: Int) {
        var at = start
        var run = 0
        while at < text.count {
            let byte = text[at]
            if byte == mark {
                if run < backslashes { return (at - run, at - run) }
                // More backslashes stand for an inner mark, or in pairs for themselves: in how many layers, those before an
                // apostrophe do not say.
                let isInner = mark == 0x27 ? run > backslashes : (run - backslashes) % (2 * count) != 0
                if !isInner { return (at - backslashes, at + 1) }
            }
            run = byte == 0x5C ? run + 1 : 0
            at += 1
        }
        return (text.count, text.count)
    }
}
