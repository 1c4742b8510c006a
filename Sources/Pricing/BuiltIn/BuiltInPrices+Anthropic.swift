extension BuiltInPrices {
    /// The models of Anthropic. In batches a cache for an hour is as much cheaper as input is; the facts do not say.
    static let anthropic = """
        claude-fable-5         in 10  out 50  read 1  write 12.5  write1h 20
            batch              in 5  out 25  read 0.5  write 6.25  write1h 10
        claude-fable-5-1       in 10  out 50  read 0.25  write 12.5  write1h 20
            batch              in 5  out 25  read 0.125  write 6.25  write1h 10
        claude-haiku-4-5       in 1  out 5  read 0.1  write 1.25  write1h 2
            batch              in 0.5  out 2.5  read 0.05  write 0.625  write1h 1
        claude-haiku-5-5       in 0.1  out 0.5  read 0.01  write 0.125  write1h 0.2
            >100000            in 0.5  out 2.5  read 0.05  write 0.625  write1h 1
            batch              in 0.05  out 0.25  read 0.005  write 0.0625  write1h 0.1
            batch>100000       in 0.25  out 1.25  read 0.025  write 0.3125  write1h 0.5
        claude-mythos-5        in 10  out 50  read 1  write 12.5  write1h 20
            batch              in 5  out 25  read 0.5  write 6.25  write1h 10
        claude-mythos-5-1      in 10  out 50  read 0.25  write 12.5  write1h 20
            batch              in 5  out 25  read 0.125  write 6.25  write1h 10
        claude-mythos-preview  in 10  out 50  read 1  write 12.5  write1h 20
        claude-opus-4-5        in 5  out 25  read 0.5  write 6.25  write1h 10
            batch              in 2.5  out 12.5  read 0.25  write 3.125  write1h 5
        claude-opus-4-6        in 5  out 25  read 0.5  write 6.25  write1h 10
            batch              in 2.5  out 12.5  read 0.25  write 3.125  write1h 5
        claude-opus-4-7        in 5  out 25  read 0.5  write 6.25  write1h 10
            batch              in 2.5  out 12.5  read 0.25  write 3.125  write1h 5
        claude-opus-4-8        in 5  out 25  read 0.5  write 6.25  write1h 10
            batch              in 2.5  out 12.5  read 0.25  write 3.125  write1h 5
        claude-opus-5          in 5  out 25  read 0.5  write 6.25  write1h 10
            batch              in 2.5  out 12.5  read 0.25  write 3.125  write1h 5
        claude-opus-5-5        in 4  out 20  read 0.2  write 5  write1h 8
            batch              in 2  out 10  read 0.1  write 2.5  write1h 4
        claude-sonnet-4-5      in 3  out 15  read 0.3  write 3.75  write1h 6
            batch              in 1.5  out 7.5  read 0.15  write 1.875  write1h 3
        claude-sonnet-4-6      in 3  out 15  read 0.3  write 3.75  write1h 6
            batch              in 1.5  out 7.5  read 0.15  write 1.875  write1h 3
        claude-sonnet-5        in 2  out 10  read 0.2  write 2.5  write1h 4
            batch              in 1  out 5  read 0.1  write 1.25  write1h 2
        claude-sonnet-5-5      in 2  out 10  read 0.1  write 2.5  write1h 4
            batch              in 1  out 5  read 0.05  write 1.25  write1h 2
        """
}
