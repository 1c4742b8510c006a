import Glibc
import Testing

@testable import Collector

@Suite struct DescriptorsTests {
    @Test("the limit is raised, never lowered")
    func raise() {
        let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        var before = rlimit()
        getrlimit(resource, &before)
        Descriptors.raise()
        var after = rlimit()
        getrlimit(resource, &after)
        #expect(after.rlim_cur >= before.rlim_cur)
        #expect(after.rlim_cur >= min(before.rlim_max, 65_536))
    }
}
