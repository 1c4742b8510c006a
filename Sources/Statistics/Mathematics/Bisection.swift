/// Finding where a condition begins to hold.
enum Bisection {
    /// The border between `inside`, where `holds` is true, and `outside`, where it is not, to the last bit; the value that is
    /// returned lies on the outer side. Both ends are trusted, `holds` is asked only between them.
    static func border(inside: Double, outside: Double, holds: (Double) -> Bool) -> Double {
        var (inside, outside) = (inside, outside)
        for _ in 0..<200 {
            let middle = inside + (outside - inside) / 2
            guard middle != inside, middle != outside else { break }
            if holds(middle) { inside = middle } else { outside = middle }
        }
        return outside
    }
}
