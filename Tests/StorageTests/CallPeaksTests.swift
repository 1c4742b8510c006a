import Testing

@testable import Storage

/// What blocks say of their calls: never too little, and not much too much.
@Suite struct CallPeaksTests {
    private func stored(_ peaks: CallPeaks) -> CallPeaks {
        var writer = ByteWriter()
        peaks.encode(to: &writer)
        return writer.bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            let read = CallPeaks(from: &reader)
            #expect(reader.isAtEnd && !reader.isDamaged)
            return read
        }
    }

    @Test func storedNumbersAreRoundedUpByLessThanAHundredth() {
        var random = SeededGenerator(seed: 1)
        var numbers: [Int64] = [.max - 1, .max]
        for digits in 0..<62 as Range<Int64> {
            let power: Int64 = 1 << digits
            numbers += [power - 1, power, power + 1, Int64.random(in: power...(2 * power - 1), using: &random)]
        }
        for number in numbers {
            let read = stored(CallPeaks(longest: number, costliest: number, longestFailure: number - 1))
            #expect(read.longest >= number && read.costliest == read.longest)
            #expect(read.longest == .max || Double(read.longest) <= Double(number) * 1.01)
            #expect(read.longestFailure >= number - 1)
        }
        #expect(stored(.none) == .none)
        #expect(stored(.unknown).reach(CallPeaks(longest: .max, costliest: .max, longestFailure: .max - 1)))
    }

    @Test func textsKeepTheirPeaksAndDamageIsNoticed() {
        var random = SeededGenerator(seed: 2)
        var texts: [UInt64: CallPeaks] = [:]
        for _ in 0..<300 {
            texts[UInt64.random(in: 1 ... .max, using: &random)] = CallPeaks(
                duration: Int64.random(in: 0...100, using: &random), cost: nil, isError: Bool.random(using: &random))
        }
        let (symbols, peaks) = BlockTexts.encoded(texts)
        func read(_ peaks: ArraySlice<UInt8>) -> [UInt64: CallPeaks]? {
            var found: [UInt64: CallPeaks] = [:]
            let isSound = symbols.withUnsafeBytes { symbols in
                peaks.withUnsafeBytes { peaks in BlockTexts.forEach(symbols, peaks) { found[$0] = $1 } }
            }
            return isSound ? found : nil
        }
        #expect(read(peaks[...]) == texts)
        #expect(read(peaks.dropLast()) == nil)
    }
}
