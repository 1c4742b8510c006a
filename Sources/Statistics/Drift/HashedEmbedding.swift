import Glibc

/// A vector for a text without a model: words, pieces of words and pairs of words hashed into slots. Texts about the same things in the
/// same language come close to each other; it knows vocabulary and spelling, not meaning.
///
/// Features are the words (weight 1), the runs of three and four letters of ‹word› (0.35) and pairs of neighbours (0.5); a sum c of
/// weights counts as 1 + ln c from 1 on. The hash is FNV-1a of 64 bits and the finaliser of MurmurHash3; its remainder is the slot, its bit 60
/// the sign. Source: Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009.
public enum HashedEmbedding {
    /// How many slots a vector has unless said otherwise.
    public static let dimension = 256

    /// The vector of `text`, of length 1; all 0 when it has no words. What should not count (numbers, addresses) is to be masked before.
    /// Nil unless `dimension` is positive.
    public static func vector(of text: String, dimension: Int = HashedEmbedding.dimension) -> [Double]? {
        vector(of: Tokenizer.unicode.tokens(of: text), dimension: dimension)
    }

    /// The vector of the words of a text (`Tokenizer.unicode`).
    public static func vector(of tokens: TokenList, dimension: Int = HashedEmbedding.dimension) -> [Double]? {
        guard dimension > 0 else { return nil }
        var features = FeatureWeights(expected: tokens.bytes.count * 3)
        tokens.bytes.withUnsafeBufferPointer { bytes in
            var before: Range<Int>?
            var framed: [UInt8] = []
            for index in 0..<tokens.count {
                let word = tokens.range(index)
                var hash = FeatureHash("w")
                hash.add(bytes[word])
                features.add(hash.value, weight: 1)
                addPieces(of: bytes[word], &framed, to: &features)
                if let before {
                    var pair = FeatureHash("b")
                    pair.add(bytes[before])
                    pair.add(0x20)
                    pair.add(bytes[word])
                    features.add(pair.value, weight: 0.5)
                }
                before = word
            }
        }
        var vector = [Double](repeating: 0, count: dimension)
        let isPowerOfTwo = dimension & (dimension - 1) == 0
        for (hash, sum) in features.entries {
            let weight = sum >= 1 ? 1 + log(sum) : sum
            let slot = isPowerOfTwo ? hash & UInt64(dimension - 1) : hash % UInt64(dimension)
            vector[Int(slot)] += hash >> 60 & 1 == 1 ? weight : -weight
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }

    /// The runs of three and four letters of `word` between `<` and `>`; the longer begins with the shorter.
    @inline(__always)
    private static func addPieces(
        of word: Slice<UnsafeBufferPointer<UInt8>>, _ framed: inout [UInt8], to features: inout FeatureWeights
    ) {
        framed.removeAll(keepingCapacity: true)
        framed.append(0x3C)
        framed.append(contentsOf: word)
        framed.append(0x3E)
        framed.withUnsafeBufferPointer { framed in
            for first in framed.indices where framed[first] & 0xC0 != 0x80 {
                var hash = FeatureHash("c")
                var (place, letters) = (first, 0)
                while letters < 4, place < framed.count {
                    repeat {
                        hash.add(framed[place])
                        place += 1
                    } while place < framed.count && framed[place] & 0xC0 == 0x80
                    letters += 1
                    if letters >= 3 { features.add(hash.value, weight: 0.35) }
                }
            }
        }
    }
}
