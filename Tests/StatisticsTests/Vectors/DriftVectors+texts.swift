import Domain
import Statistics
import Testing

extension DriftVectors {
    func logOdds(_ name: String, _ item: JSON) throws {
        func counts(_ name: String) throws -> [String: Int] {
            let members = try #require(item[name]?.members)
            return Dictionary(uniqueKeysWithValues: try members.map { ($0.name, Int(try #require($0.value.integer))) })
        }
        let (reference, current) = (try counts("ref"), try counts("cur"))
        let all = Double(reference.values.reduce(0, +) + current.values.reduce(0, +))
        let shifts = WordShift.ranking(reference: reference, current: current, prior: try item.number("a0") / all)
        let expected = try item.list("ranked")
        #expect(shifts.count == expected.count, "\(name)")
        let found = Dictionary(uniqueKeysWithValues: shifts.map { ($0.word, $0) })
        for row in expected {
            let row = try #require(row.array)
            try #require(row.count == 3)
            let shift = try #require(row[0].string.flatMap { found[$0] }, "\(name)")
            expectEqual(shift.logOdds, try #require(row[1].double), within: 1e-8, "\(name) \(shift.word)")
            expectEqual(shift.z, try #require(row[2].double), within: 1e-8, "\(name) z of \(shift.word)")
        }
        #expect(shifts.map(\.z) == shifts.map(\.z).sorted(by: >), "\(name)")
    }

    func hashedEmbedding(_ name: String, _ item: JSON) throws {
        let text = try item.text("text")
        #expect(try Tokenizer.unicode.tokens(of: text).texts == item.texts("tokens"), "\(name)")
        var expected = [Double](repeating: 0, count: HashedEmbedding.dimension)
        for pair in try item.list("nonzero") {
            let pair = try #require(pair.array)
            try #require(pair.count == 2)
            expected[Int(try #require(pair[0].integer))] = try #require(pair[1].double)
        }
        let vector = try #require(HashedEmbedding.vector(of: text))
        #expect(vector.count == expected.count, "\(name)")
        for (slot, (value, expected)) in zip(vector, expected).enumerated() {
            expectEqual(value, expected, within: 1e-12, "\(name) slot \(slot)")
        }
    }

    func discrepancy(_ name: String, _ item: JSON) throws {
        func rows(_ name: String) throws -> [[Double]] {
            try item.list(name).map { try #require($0.array).map { try #require($0.double) } }
        }
        let (x, y) = (try rows("x"), try rows("y"))
        let kernel = try #require(GaussianKernel(medianOf: x + y), "\(name)")
        expectEqual(kernel.gamma, try item.number("gamma"), "\(name) gamma")
        let exact = try #require(MaximumMeanDiscrepancy(x, y, kernel: kernel), "\(name)")
        expectEqual(exact.unbiased, try item.number("mmd2_unbiased"), "\(name) unbiased")
        expectEqual(exact.biased, try item.number("mmd2_biased"), "\(name) biased")

        let features = try #require(
            EmbeddingFeatures(standardNormals: rows("W_standard_normal"), kernel: kernel), "\(name)")
        func sums(_ rows: [[Double]]) -> EmbeddingSums {
            var sums = EmbeddingSums(for: features)
            sums.add(
                rows: rows.flatMap { $0.map { Float($0) } }, sessions: rows.indices.map { UInt64($0 % 5) },
                features: features)
            return sums
        }
        let (before, now) = (sums(x), sums(y))
        for (part, member) in [(EmbeddingDiscrepancy.Part.waves, "bucketU_rff"), (.both, "bucketU_half")] {
            let discrepancy = EmbeddingDiscrepancy(reference: before, current: now, part: part, seed: 1)
            // The waves are computed with 24 bits.
            expectEqual(discrepancy?.squared, try item.number(member), within: 1e-6, "\(name) \(member)")
        }
        let scale = Double(features.frequencies).squareRoot()
        func wave(_ sums: EmbeddingSums, _ index: Int) -> Double {
            let width = sums.dimension + 2 * sums.frequencies
            return (0..<5).reduce(0) { $0 + sums.sums[$1 * width + sums.dimension + index] } / scale
        }
        for (index, expected) in try item.numbers("rff_sum_x_first4").enumerated() {
            expectEqual(wave(before, index), expected, within: 1e-6, "\(name) cosine \(index)")
        }
        for (index, expected) in try item.numbers("rff_sum_x_sin_first4").enumerated() {
            expectEqual(wave(before, features.frequencies + index), expected, within: 1e-6, "\(name) sine \(index)")
        }
        let distance = (0..<2 * features.frequencies).reduce(0.0) { sum, index in
            let difference = wave(before, index) / Double(x.count) - wave(now, index) / Double(y.count)
            return sum + difference * difference
        }
        let own = (1 / Double(x.count - 1), 1 / Double(y.count - 1))
        let squares = (0..<2 * features.frequencies).reduce((0.0, 0.0)) { sums, index in
            let (a, b) = (wave(before, index) / Double(x.count), wave(now, index) / Double(y.count))
            return (sums.0 + a * a, sums.1 + b * b)
        }
        // From the distance of the means to the mean over distinct pairs.
        let unbiased = distance + own.0 * (squares.0 - 1) + own.1 * (squares.1 - 1)
        expectEqual(unbiased, try item.number("rff_mmd2_from_sums"), within: 1e-6, "\(name) from sums")
    }
}
