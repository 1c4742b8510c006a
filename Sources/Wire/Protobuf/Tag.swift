/// What stands before each field: its number and how its bytes are laid out.
struct Tag: Equatable {
    let field: UInt32
    let type: WireType
}
