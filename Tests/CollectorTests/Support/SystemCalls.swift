import Glibc

/// Makes system calls fail for programs started from the calling thread.
enum SystemCalls {
    /// From now on `fsync` and `fdatasync` fail with EIO, for the calling thread and what it starts (`seccomp(2)`); cannot be
    /// undone, so the thread should end soon. False when the system does not allow it or its numbers are not known here.
    static func failSyncs() -> Bool {
        #if arch(x86_64)
            let numbers: [UInt32] = [74, 75]
        #elseif arch(arm64)
            let numbers: [UInt32] = [82, 83]
        #else
            return false
        #endif
        // `prctl` takes variable arguments, which Swift does not import.
        typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
        guard let symbol = dlsym(nil, "prctl") else { return false }
        let control = unsafeBitCast(symbol, to: Control.self)
        let (noNewPrivileges, setFilter, filterMode): (Int32, Int32, UInt) = (38, 22, 2)
        guard control(noNewPrivileges, 1, 0, 0, 0) == 0 else { return false }
        var program: [Instruction] = [.loadNumber]
        for (index, number) in numbers.enumerated() {
            program.append(.jump(ifEqual: number, over: UInt8(numbers.count - index)))
        }
        program += [.allow, .fail(EIO)]
        return program.withUnsafeBufferPointer { instructions in
            var filter = Filter(count: UInt16(instructions.count), instructions: instructions.baseAddress)
            return withUnsafePointer(to: &filter) { control(setFilter, filterMode, UInt(bitPattern: $0), 0, 0) } == 0
        }
    }

    /// Makes the calling thread one of the user and group `id`, for good; the thread should end soon. Only the thread: the call of
    /// the C library would change the whole process.
    static func become(_ id: Int) -> Bool {
        #if arch(x86_64)
            let (setGroup, setUser) = (119, 117)
        #elseif arch(arm64)
            let (setGroup, setUser) = (149, 147)
        #else
            return false
        #endif
        // `syscall` takes variable arguments, which Swift does not import.
        typealias Call = @convention(c) (Int, Int, Int, Int) -> Int
        guard let symbol = dlsym(nil, "syscall") else { return false }
        let call = unsafeBitCast(symbol, to: Call.self)
        return call(setGroup, id, id, id) == 0 && call(setUser, id, id, id) == 0
    }

    /// `struct sock_filter`
    private struct Instruction {
        var code: UInt16
        var ifTrue: UInt8 = 0
        var ifFalse: UInt8 = 0
        var constant: UInt32

        static let loadNumber = Instruction(code: 0x20, constant: 0)
        static func jump(ifEqual number: UInt32, over count: UInt8) -> Instruction {
            Instruction(code: 0x15, ifTrue: count, constant: number)
        }
        static let allow = Instruction(code: 0x06, constant: 0x7FFF_0000)
        static func fail(_ code: Int32) -> Instruction { Instruction(code: 0x06, constant: 0x0005_0000 | UInt32(code)) }
    }

    /// `struct sock_fprog`
    private struct Filter {
        var count: UInt16
        var instructions: UnsafePointer<Instruction>?
    }
}
