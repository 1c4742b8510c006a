/// A word, a number or punctuation of a text.
struct Word {
    /// Place in the bytes of the text.
    let range: Range<Int>
    /// What it says, as a number.
    let symbol: Int32
    /// Its letters and digits; an ideograph counts as three.
    let letters: Int32
    /// Index of the line on which it stands.
    let line: Int

    /// What it counts when it is asked how similar texts are: its letters, and one for itself.
    var size: Int { Int(letters) + 1 }
}
