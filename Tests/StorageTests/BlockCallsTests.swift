import Testing

@testable import Storage

/// Lists of calls say of each at least its numbers, and not much more.
@Suite struct BlockCallsTests {
    private func read(_ bytes: ArraySlice<UInt8>) -> [Int64: CallBrief]? {
        var calls: [Int64: CallBrief] = [:]
        let isSound = bytes.withUnsafeBytes { bytes in BlockCalls.forEach(bytes) { calls[$0] = $1 } }
        return isSound ? calls : nil
    }

    @Test func callsKeepTheirRowsAndNumbersRoundedUp() throws {
        var random = SeededGenerator(seed: 1)
        var calls = BlockCalls()
        var wanted: [Int64: CallPeaks] = [:]
        for row in 0..<1024 as Range<Int64> where Bool.random(using: &random) {
            let digits = Int64.random(in: 0..<62, using: &random)
            let peaks = CallPeaks(
                duration: Int64.random(in: 0...(1 << digits), using: &random),
                cost: row.isMultiple(of: 7) ? nil : Int64.random(in: 0...(1 << digits), using: &random),
                isError: row.isMultiple(of: 5))
            wanted[row] = peaks
            calls.append(peaks, offset: row)
        }
        for row in wanted.keys where Int.random(in: 0..<10, using: &random) == 0 {
            let cost = Int64.random(in: 0...(1 << 50), using: &random)
            let known = wanted[row]?.costliest ?? 0
            wanted[row]?.costliest = max(known, cost)
            calls.raise(cost: cost, offset: row)
        }
        calls.raise(cost: 1, offset: 1025)
        let stored = try #require(read(calls.bytes[...]))
        #expect(Set(stored.keys) == Set(wanted.keys))
        for (row, peaks) in wanted {
            let brief = try #require(stored[row])
            #expect(brief.isFailed == (peaks.longestFailure >= 0))
            for (read, number) in [(brief.peaks.longest, peaks.longest), (brief.peaks.costliest, peaks.costliest)] {
                #expect(read >= number && (read == .max || Double(read) <= Double(number) * 1.07))
            }
            #expect(CallBounds(least: peaks, most: peaks).contain(brief))
        }
        #expect(read(calls.bytes.dropLast()) == nil)
        #expect(read(calls.bytes.withUnsafeBytes { BlockCalls($0) }.bytes[...]) == stored)
    }

    @Test func boundsLeaveOutWhatCannotMatch() {
        func brief(_ duration: Int64, _ cost: Int64, _ isError: Bool) -> CallBrief {
            CallBrief(CallPeaks(duration: duration, cost: cost, isError: isError))
        }
        let failed = CallBounds(
            least: CallPeaks(longest: .min, costliest: .min, longestFailure: 0),
            most: CallPeaks(longest: 1000, costliest: 500, longestFailure: 800))
        #expect(failed.contain(brief(800, 500, true)))
        #expect(!failed.contain(brief(800, 500, false)) && !failed.contain(brief(1000, 500, true)))
        let long = CallBounds(least: CallPeaks(longest: 4000, costliest: .min, longestFailure: .min), most: .unknown)
        #expect(long.contain(brief(4000, 0, false)) && !long.contain(brief(3000, 9000, true)))
    }
}
