/// A square matrix of non-negative numbers, for powers beyond the range of doubles.
struct SquareMatrix {
    let size: Int
    private var elements: [Double]

    /// All 0.
    init(size: Int) {
        self.size = size
        elements = [Double](repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { elements[row * size + column] }
        set { elements[row * size + column] = newValue }
    }

    /// The matrix to the power of `exponent` ≥ 1, as a matrix and the power of two by which it is to be multiplied.
    func power(_ exponent: Int) -> (matrix: SquareMatrix, exponent: Int) {
        guard exponent > 1 else { return (self, 0) }
        var (matrix, scale) = power(exponent / 2)
        matrix = matrix * matrix
        scale *= 2
        if exponent % 2 == 1 { matrix = matrix * self }
        if (matrix.elements.max() ?? 0) > 0x1p400 {
            for index in matrix.elements.indices { matrix.elements[index] *= 0x1p-400 }
            scale += 400
        }
        return (matrix, scale)
    }

    static func * (a: SquareMatrix, b: SquareMatrix) -> SquareMatrix {
        var product = SquareMatrix(size: a.size)
        for row in 0..<a.size {
            for inner in 0..<a.size {
                let factor = a[row, inner]
                for column in 0..<a.size { product[row, column] += factor * b[inner, column] }
            }
        }
        return product
    }
}
