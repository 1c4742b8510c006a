/// How the bytes after a tag are laid out (protobuf encoding, "Message structure").
enum WireType: UInt8 {
    case varint = 0
    case fixed64 = 1
    case bytes = 2
    case startGroup = 3
    case endGroup = 4
    case fixed32 = 5
}
