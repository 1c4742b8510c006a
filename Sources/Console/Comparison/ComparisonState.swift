import Comparison
import Domain
import Drawing

/// The comparison that was opened last, and how it is looked at.
struct ComparisonState: Sendable {
    let name: String
    let old: Int
    let new: Int
    var asking = Asking<ComparisonQuestion>()
    private(set) var answer: ComparisonAnswer?
    /// How the sides stand; nil leaves it to the width of the screen.
    var form: DifferenceLines.Form?
    var showsWords = true
    var isFolded = true
    var position = ComparisonText.Position()
    /// The number of the change that was gone to last.
    var change: Int?
    var behaviour = BehaviourState()

    init(_ name: String, _ old: Int, _ new: Int) { (self.name, self.old, self.new) = (name, old, new) }

    mutating func show(_ answer: ComparisonAnswer) {
        self.answer = answer
        behaviour.runs = answer.comparison.runs
    }

    /// The text as it is looked at.
    func text(width: Int, glyphs: GlyphSet, isNarrow: Bool) -> ComparisonText? {
        answer.map {
            ComparisonText(
                $0.comparison.difference, form: form(isNarrow: isNarrow), showsWords: showsWords, isFolded: isFolded,
                width: width, glyphs: glyphs)
        }
    }

    func form(isNarrow: Bool) -> DifferenceLines.Form { form ?? (isNarrow ? .unified : .sideBySide) }
}
