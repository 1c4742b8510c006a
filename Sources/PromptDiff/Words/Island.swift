/// Words in a row that correspond, with none between them on either side.
struct Island {
    var old: Range<Int>
    var new: Range<Int>

    /// The islands that `matches` make up.
    static func islands(_ matches: [Match]) -> [Island] {
        var islands: [Island] = []
        for match in matches {
            if let last = islands.last, last.old.upperBound == match.old, last.new.upperBound == match.new {
                islands[islands.count - 1].old = last.old.lowerBound..<match.old + 1
                islands[islands.count - 1].new = last.new.lowerBound..<match.new + 1
            } else {
                islands.append(Island(old: match.old..<match.old + 1, new: match.new..<match.new + 1))
            }
        }
        return islands
    }
}
