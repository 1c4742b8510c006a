/// One thing that a span can say of its call, whatever key it says it with.
enum Field: UInt8, CaseIterable, Sendable {
    // What kind of step it is, one field for each vocabulary
    case langfuseType, langSmithKind, mlflowType, openInferenceKind, traceloopKind, operationName, requestType
    case agentKitRequest, haystackComponent, haystackPipeline, logfireSpanType
    // Who answered
    case provider, requestModel, responseModel, modelName, requestTier, responseTier, responseID
    // Whose call it is
    case environment, session, user, release, deployedRelease, promptName, promptVersion, flagKey, flagVariant, metadata
    // Numbers
    case inputTokens, outputTokens, totalTokens, cacheRead, cacheWrite, reasoning, audioInput, audioOutput, usageJSON
    case cost, costCurrency, inputCost, outputCost, costJSON
    case secondsToFirstChunk, serverTimeToFirstToken, millisecondsToFirstChunk, completionStart, isStreaming
    // How it ended
    case finishReasons, errorType, level
    // Names
    case toolName, agentName, entityName
    // JSON in which some clients hide everything
    case invocationParameters, haystackOutput, mlflowInputs, mlflowOutputs, outputMessages, completion

    /// Whether its values are numbers of tokens, which are checked when they are read.
    var isTokenCount: Bool {
        switch self {
        case .inputTokens, .outputTokens, .cacheRead, .cacheWrite, .reasoning, .audioInput, .audioOutput:
            true
        default: false
        }
    }
}
