extension PhoneNumber {
    /// Groups of digits with single separators between them; parentheses may stand around one.
    struct Groups {
        /// Digits of each group.
        private(set) var sizes: [Int] = []
        /// What stands between them.
        private var separators: [UInt8] = []
        private(set) var digits = 0
        private(set) var end: Int
        private let start: Int
        private let text: Text

        /// The groups from the digit at `start` on, as many as have `limit` digits together; nil when the number goes on beyond.
        init?(_ start: Int, _ text: Text, atMost limit: Int) {
            (self.start, self.text) = (start, text)
            end = start
            var at = start
            while text[at].isDigit {
                let groupEnd = text.end(of: at, limit: limit + 1, where: \.isDigit)
                guard digits + groupEnd - at <= limit else { break }
                digits += groupEnd - at
                sizes.append(groupEnd - at)
                end = groupEnd
                guard let (separator, next) = Groups.separator(at: groupEnd, text) else { break }
                separators.append(separator)
                at = next
            }
            guard !sizes.isEmpty, !Groups.isContinued(behind: end, text) else { return nil }
            separators = Array(separators.prefix(sizes.count - 1))
        }

        /// The separator at `at` and where the next group begins.
        private static func separator(at: Int, _ text: Text) -> (UInt8, Int)? {
            var next = at
            var separator = text[next]
            if separator == 0x29 {
                next += 1
                if isSeparator(text[next]) { next += 1 }
                return text[next].isDigit ? (0x20, next) : nil
            }
            guard isSeparator(separator) else {
                return separator == 0x28 && text[at + 1].isDigit ? (0x20, at + 1) : nil
            }
            next += 1
            if text[next] == 0x28 { (separator, next) = (0x20, next + 1) }
            return text[next].isDigit ? (separator, next) : nil
        }

        static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x2F }

        /// Whether a word, a decimal or an identifier goes on behind `end`.
        static func isContinued(behind end: Int, _ text: Text) -> Bool {
            let next = text[end]
            if next.isWord { return true }
            switch next {
            case 0x2D: return text[end + 1].isAlphanumeric
            case 0x2E, 0x2C, 0x3A, 0x2F: return text[end + 1].isDigit
            default: return false
            }
        }

        /// A single point is that of a decimal: telephone numbers have it between all groups. (EPP writes `+1.4155552671`.)
        var isDecimal: Bool {
            separators.filter { $0 == 0x2E }.count == 1
                && !(text[start - 1] == 0x2B && separators.count == 1 && sizes.last ?? 0 >= 6)
        }

        /// Whether it begins with a day such as 2026-11-24, 24.11.2026 or 11/24/26.
        var isDate: Bool {
            guard sizes.count >= 3, separators[0] == separators[1], separators[0] != 0x20 else { return false }
            let shape = sizes.prefix(3).map { $0 }
            guard shape.allSatisfy({ $0 <= 2 || $0 == 4 }) else { return false }
            let numbers = groupValues(3)
            if shape[0] == 4 { return (1900...2100).contains(numbers[0]) && numbers[1] <= 12 && numbers[2] <= 31 }
            guard shape[0] <= 2, shape[1] <= 2, numbers[0] <= 31, numbers[1] <= 31 else { return false }
            return shape[2] == 4 && (1900...2100).contains(numbers[2]) || shape[2] == 2 && sizes.count == 3
        }

        /// Whether it is a number with spaces or points between its thousands.
        var isThousands: Bool {
            sizes[0] <= 2 && text[start] != 0x30 && sizes.dropFirst().allSatisfy { $0 == 3 }
                && Set(separators).count == 1 && separators.first != 0x2D && separators.first != 0x2F
        }

        private func groupValues(_ count: Int) -> [Int] {
            var at = start
            return sizes.prefix(count).map { size in
                while at < end, !text[at].isDigit { at += 1 }
                defer { at += size }
                return (at..<(at + size)).reduce(0) { $0 * 10 + Int(text[$1] &- 0x30) }
            }
        }
    }
}
