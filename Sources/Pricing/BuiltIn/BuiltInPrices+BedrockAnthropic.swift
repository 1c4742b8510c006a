extension BuiltInPrices {
    /// The models of Anthropic as AWS Bedrock serves them, where that differs from Anthropic's own prices. A name that begins with a
    /// region (`eu.`) is that of an inference profile which stays within the region, at a surcharge.
    static let bedrockAnthropic = """
        provider bedrock
        claude-3-5-haiku          in 0.8  out 4  read 0.08  write 1
        claude-3-5-sonnet         in 3  out 15  read 0.3  write 3.75
        claude-3-7-sonnet         in 3  out 15  read 0.3  write 3.75
        claude-3-opus             in 15  out 75  read 1.5  write 18.75
        apac.claude-fable-5       in 11  out 55  read 1.1  write 13.75  write1h 22
        au.claude-fable-5         in 11  out 55  read 1.1  write 13.75  write1h 22
        eu.claude-fable-5         in 11  out 55  read 1.1  write 13.75  write1h 22
        us.claude-fable-5         in 11  out 55  read 1.1  write 13.75  write1h 22
        eu.claude-fable-5-1       in 11  out 55  read 0.275  write 13.75  write1h 22
        us-gov.claude-fable-5-1   in 12  out 60  read 0.3  write 15  write1h 24
        us.claude-fable-5-1       in 11  out 55  read 0.275  write 13.75  write1h 22
        apac.claude-haiku-4-5     in 1.1  out 5.5  read 0.11  write 1.375
            batch                 in 0.55  out 2.75
        au.claude-haiku-4-5       in 1.1  out 5.5  read 0.11  write 1.375  write1h 2.2
            batch                 in 0.55  out 2.75
        eu.claude-haiku-4-5       in 1.1  out 5.5  read 0.11  write 1.375  write1h 2.2
            batch                 in 0.55  out 2.75
        jp.claude-haiku-4-5       in 1.1  out 5.5  read 0.11  write 1.375  write1h 2.2
            batch                 in 0.55  out 2.75
        us.claude-haiku-4-5       in 1.1  out 5.5  read 0.11  write 1.375  write1h 2.2
            batch                 in 0.55  out 2.75
        apac.claude-haiku-5-5     in 0.11  out 0.55  read 0.011  write 0.1375  write1h 0.22
            >100000               in 0.55  out 2.75  read 0.055  write 0.6875  write1h 1.1
        au.claude-haiku-5-5       in 0.11  out 0.55  read 0.011  write 0.1375  write1h 0.22
            >100000               in 0.55  out 2.75  read 0.055  write 0.6875  write1h 1.1
        eu.claude-haiku-5-5       in 0.11  out 0.55  read 0.011  write 0.1375  write1h 0.22
            >100000               in 0.55  out 2.75  read 0.055  write 0.6875  write1h 1.1
        jp.claude-haiku-5-5       in 0.11  out 0.55  read 0.011  write 0.1375  write1h 0.22
            >100000               in 0.55  out 2.75  read 0.055  write 0.6875  write1h 1.1
        us-gov.claude-haiku-5-5   in 0.12  out 0.6  read 0.012  write 0.15  write1h 0.24
            >100000               in 0.6  out 3  read 0.06  write 0.75  write1h 1.2
        us.claude-haiku-5-5       in 0.11  out 0.55  read 0.011  write 0.1375  write1h 0.22
            >100000               in 0.55  out 2.75  read 0.055  write 0.6875  write1h 1.1
        us.claude-mythos-5        in 11  out 55  read 1.1  write 13.75  write1h 22
        us.claude-mythos-5-1      in 11  out 55  read 0.275  write 13.75  write1h 22
        claude-opus-4             in 15  out 75  read 1.5  write 18.75
        claude-opus-4-1           in 15  out 75  read 1.5  write 18.75
        eu.claude-opus-4-5        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        us.claude-opus-4-5        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        au.claude-opus-4-6        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        eu.claude-opus-4-6        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        us.claude-opus-4-6        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        apac.claude-opus-4-7      in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        au.claude-opus-4-7        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        eu.claude-opus-4-7        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        jp.claude-opus-4-7        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        us.claude-opus-4-7        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        apac.claude-opus-4-8      in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        au.claude-opus-4-8        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        eu.claude-opus-4-8        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        jp.claude-opus-4-8        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        us-gov.claude-opus-4-8    in 6  out 30  read 0.6  write 7.5  write1h 12
        us.claude-opus-4-8        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        apac.claude-opus-5        in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        au.claude-opus-5          in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        eu.claude-opus-5          in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        jp.claude-opus-5          in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        us-gov.claude-opus-5      in 6  out 30  read 0.6  write 7.5  write1h 12
        us.claude-opus-5          in 5.5  out 27.5  read 0.55  write 6.875  write1h 11
        apac.claude-opus-5-5      in 4.4  out 22  read 0.22  write 5.5  write1h 8.8
        au.claude-opus-5-5        in 4.4  out 22  read 0.22  write 5.5  write1h 8.8
        eu.claude-opus-5-5        in 4.4  out 22  read 0.22  write 5.5  write1h 8.8
        jp.claude-opus-5-5        in 4.4  out 22  read 0.22  write 5.5  write1h 8.8
        us-gov.claude-opus-5-5    in 4.8  out 24  read 0.24  write 6  write1h 9.6
        us.claude-opus-5-5        in 4.4  out 22  read 0.22  write 5.5  write1h 8.8
        claude-sonnet-4           in 3  out 15  read 0.3  write 3.75
            >200000               in 6  out 22.5  read 0.6  write 7.5
        au.claude-sonnet-4-5      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
            >200000               in 6.6  out 24.75  read 0.66  write 8.25  write1h 13.2
            batch                 in 1.65  out 8.25
        claude-sonnet-4-5         in 3  out 15  read 0.3  write 3.75  write1h 6
            >200000               in 6  out 22.5  read 0.6  write 7.5  write1h 12
            batch                 in 1.5  out 7.5
        eu.claude-sonnet-4-5      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
            >200000               in 6.6  out 24.75  read 0.66  write 8.25  write1h 13.2
            batch                 in 1.65  out 8.25
        jp.claude-sonnet-4-5      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
            >200000               in 6.6  out 24.75  read 0.66  write 8.25  write1h 13.2
            batch                 in 1.65  out 8.25
        us-gov.claude-sonnet-4-5  in 3.6  out 18  read 0.36  write 4.5  write1h 7.2
            >200000               in 7.2  out 27  read 0.72  write 9  write1h 14.4
        us.claude-sonnet-4-5      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
            >200000               in 6.6  out 24.75  read 0.66  write 8.25  write1h 13.2
            batch                 in 1.65  out 8.25
        apac.claude-sonnet-4-6    in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
        au.claude-sonnet-4-6      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
        eu.claude-sonnet-4-6      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
        jp.claude-sonnet-4-6      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
        us.claude-sonnet-4-6      in 3.3  out 16.5  read 0.33  write 4.125  write1h 6.6
        apac.claude-sonnet-5      in 2.2  out 11  read 0.22  write 2.75  write1h 4.4
        au.claude-sonnet-5        in 2.2  out 11  read 0.22  write 2.75  write1h 4.4
        eu.claude-sonnet-5        in 2.2  out 11  read 0.22  write 2.75  write1h 4.4
        jp.claude-sonnet-5        in 2.2  out 11  read 0.22  write 2.75  write1h 4.4
        us-gov.claude-sonnet-5    in 2.4  out 12  read 0.24  write 3  write1h 4.8
        us.claude-sonnet-5        in 2.2  out 11  read 0.22  write 2.75  write1h 4.4
        apac.claude-sonnet-5-5    in 2.2  out 11  read 0.11  write 2.75  write1h 4.4
        au.claude-sonnet-5-5      in 2.2  out 11  read 0.11  write 2.75  write1h 4.4
        eu.claude-sonnet-5-5      in 2.2  out 11  read 0.11  write 2.75  write1h 4.4
        jp.claude-sonnet-5-5      in 2.2  out 11  read 0.11  write 2.75  write1h 4.4
        us-gov.claude-sonnet-5-5  in 2.4  out 12  read 0.12  write 3  write1h 4.8
        us.claude-sonnet-5-5      in 2.2  out 11  read 0.11  write 2.75  write1h 4.4
        """
}
