/// What waits to be looked at, the best first: a binary heap.
struct RankedQueue<Element> {
    private var elements: [(rank: TopRows.Rank, element: Element)] = []

    var first: (rank: TopRows.Rank, element: Element)? { elements.first }

    mutating func insert(_ element: Element, rank: TopRows.Rank) {
        elements.append((rank, element))
        var place = elements.count - 1
        while place > 0, elements[(place - 1) / 2].rank < rank {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes the best out; nil when there is none.
    mutating func popFirst() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let first = elements.first else { return last.element }
        elements[0] = last
        sink(0)
        return first.element
    }

    /// Takes out all for which `isUnwanted` holds.
    mutating func removeAll(where isUnwanted: (Element) -> Bool) {
        elements.removeAll { isUnwanted($0.element) }
        for place in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    private mutating func sink(_ place: Int) {
        var place = place
        while true {
            var best = place
            for child in 2 * place + 1...2 * place + 2
            where child < elements.count && elements[best].rank < elements[child].rank {
                best = child
            }
            guard best != place else { return }
            elements.swapAt(place, best)
            place = best
        }
    }
}
