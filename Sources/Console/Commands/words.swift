/// A list as people write it: `a, b or c`.
func words(_ list: [String]) -> String {
    guard let last = list.last, list.count > 1 else { return list.first ?? "" }
    return list.dropLast().joined(separator: ", ") + " or " + last
}
