import Domain

/// A range of minutes cut into the longest steps that fit: minutes at its ends, hours in between.
struct RollupPieces {
    /// A range of whole steps of one level; minutes since 1970.
    struct Piece: Equatable {
        var level: RollupLevel
        var minutes: Range<Int64>
    }

    let pieces: [Piece]

    /// The pieces of `minutes`, none of steps longer than `longest`.
    init(_ minutes: Range<Int64>, longest: RollupLevel) {
        var pieces: [Piece] = []
        Self.cut(minutes, longest, into: &pieces)
        self.pieces = pieces
    }

    private static func cut(_ minutes: Range<Int64>, _ level: RollupLevel, into pieces: inout [Piece]) {
        guard !minutes.isEmpty else { return }
        let length = level.minutes
        let first = -RollupLevel.step(-minutes.lowerBound, length) * length
        let last = RollupLevel.step(minutes.upperBound, length) * length
        guard level != .minute, first < last else {
            if level == .minute {
                pieces.append(Piece(level: level, minutes: minutes))
            } else {
                cut(minutes, level.shorter, into: &pieces)
            }
            return
        }
        cut(minutes.lowerBound..<first, level.shorter, into: &pieces)
        pieces.append(Piece(level: level, minutes: first..<last))
        cut(last..<minutes.upperBound, level.shorter, into: &pieces)
    }
}

extension RollupLevel {
    fileprivate var shorter: RollupLevel { self == .hour ? .tenMinutes : .minute }
}
