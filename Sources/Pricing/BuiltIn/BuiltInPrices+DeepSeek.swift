extension BuiltInPrices {
    /// The models of DeepSeek. It does not charge for writing to its cache: what misses it costs as input.
    static let deepSeek = """
        deepseek-chat                 in 0.28  out 0.42  read 0.028
        deepseek-coder                in 0.14  out 0.28  read 0.014
        deepseek-reasoner             in 0.28  out 0.42  read 0.028
        provider deepseek
        deepseek-flash                in 0.3  out 1.2  read 0.006
        deepseek-r1                   in 0.55  out 2.19  read 0.14
        deepseek-v3                   in 0.27  out 1.1  read 0.07
        deepseek-v3.2                 in 0.28  out 0.4  read 0.028
        deepseek-v4-flash             in 0.3  out 1.2  read 0.006
        deepseek-v4-flash-vision-exp  in 0.3  out 1.2  read 0.006
        deepseek-v4-pro               in 1.32  out 3.96  read 0.044
        """
}
