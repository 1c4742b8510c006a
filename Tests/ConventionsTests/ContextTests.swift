import Conventions
import Domain
import Testing

@Suite struct Contexts {
    @Test func errorsAreTheStatusOrLangfusesLevel() throws {
        let llm: BatchBuilder.Pairs = [("gen_ai.operation.name", "chat"), ("error.type", "timeout")]
        #expect(try call(llm, status: 2).isError)
        #expect(try call(llm, status: 2).errorType == "timeout")
        #expect(try !call(llm, status: 1).isError)
        #expect(try call(llm, status: 1).errorType == nil)
        #expect(try !call(llm, status: 99).isError)
        #expect(try call([("langfuse.observation.level", "ERROR")]).isError)
    }

    @Test func theExceptionNamesTheErrorWhenNothingElseDoes() throws {
        let events = [BatchBuilder.Event(name: "exception", attributes: [("exception.type", "openai.RateLimitError")])]
        #expect(try call([], status: 2, events: events).errorType == "openai.RateLimitError")
        #expect(try call([("error.type", "429")], status: 2, events: events).errorType == "429")
    }

    /// As LangSmith sends it.
    @Test(arguments: [
        ("OpenAIRateLimitError('Error code: 429 - Rate limit reached')Traceback", "OpenAIRateLimitError"),
        ("anthropic.APIError(\"no\")", "anthropic.APIError"), ("could not (really) be done", "Exception"),
        ("(", "Exception"), ("", "Exception"), ("Timeout", "Exception"),
    ])
    func whatPythonPrintsOfAnExceptionNamesIt(message: String, type: String) throws {
        let attributes: BatchBuilder.Pairs = [("exception.type", "Exception"), ("exception.message", .string(message))]
        let events = [BatchBuilder.Event(name: "exception", attributes: attributes)]
        #expect(try call([], status: 2, events: events).errorType == type)
    }

    @Test(arguments: [
        ("Error getting response: {'error': 'Error code: 429 - Rate limit reached'}", "429"), ("Error code: 4290", nil),
        ("Error code: 42", nil), ("Error code: ", nil), ("", nil),
    ])
    func theStatusNamesTheErrorWhenNothingElseDoes(message: String, type: String?) throws {
        let failed = try BatchBuilder.span([], status: 2, message: message)
        #expect(Interpreter().call(of: failed).errorType == type)
        let named = try BatchBuilder.span([("error.type", "timeout")], status: 2, message: message)
        #expect(Interpreter().call(of: named).errorType == "timeout")
    }

    @Test(arguments: [
        ("OpenAIChatGenerator", "openai"), ("AzureOpenAIChatGenerator", "azure.ai.openai"),
        ("AmazonBedrockGenerator", "aws.bedrock"), ("HuggingFaceLocalGenerator", nil),
    ])
    func haystacksComponentsNameTheirProvider(type: String, provider: String?) throws {
        #expect(try call([("haystack.component.type", .string(type))]).provider == provider)
    }

    @Test func langSmithsOwnNameIsNoProvider() throws {
        let pairs: BatchBuilder.Pairs = [
            ("langsmith.span.kind", "llm"), ("gen_ai.system", "langchain"),
            ("langsmith.metadata.ls_provider", "openai"),
        ]
        #expect(try call(pairs, status: 2).provider == "openai")
        #expect(try call(Array(pairs.prefix(2))).provider == "langchain")
    }

    @Test(
        arguments: [
            (
                "gen_ai.output.messages",
                #"[{"role":"assistant","finish_reason":"stop"},{"role":"assistant","finish_reason":"length"}]"#,
                ["stop", "length"]
            ),
            (
                "gen_ai.completion",
                #"{"generations":[[{"text":"Hi","generation_info":{"finish_reason":"length","logprobs":null}}]]}"#,
                ["length"]
            ),
            ("gen_ai.completion", #"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#, ["stop"]),
            ("gen_ai.output.messages", #"[{"role":"assistant","parts":[]}]"#, []),
            ("gen_ai.output.messages", #"[{"finish_reason":"sto"#, []), ("gen_ai.completion", "the finish_reason", []),
        ] as [(String, JSON, [String])])
    func theAnswerSaysWhyItEndedWhenNothingElseDoes(key: String, answer: JSON, reasons: [String]) throws {
        let pairs: BatchBuilder.Pairs = [("gen_ai.operation.name", "chat"), (key, answer)]
        #expect(try call(pairs).finishReasons == reasons)
        #expect(try call(pairs + [("gen_ai.response.finish_reasons", ["error"])]).finishReasons == ["error"])
    }

    @Test func aFailedCallWasAnsweredByNoModel() throws {
        let call = try call([("openinference.span.kind", "LLM"), ("llm.model_name", "gpt-4o")], status: 2)
        #expect(call.requestModel == "gpt-4o")
        #expect(call.responseModel == nil)
        #expect(call.model == "gpt-4o")
    }

    @Test func environmentAndServiceAreThoseOfTheResource() throws {
        let current: BatchBuilder.Pairs = [
            ("deployment.environment", "old"), ("deployment.environment.name", "prod"), ("service.name", "api"),
        ]
        #expect(try call([("langfuse.environment", "x")], resource: current).environment == "prod")
        #expect(try call([], resource: current).service == "api")
        #expect(try call([], resource: [("deployment.environment", "old")]).environment == "old")
        #expect(
            try call([], resource: [("deployment.environment.name", ""), ("deployment.environment", "old")]).environment
                == "old")
        #expect(try call([("langfuse.environment", "x")]).environment == "x")
        #expect(try call([], resource: []).environment == "default")
        #expect(try call([], resource: [("service.name", "")]).service == "unknown")
    }

    @Test func sessionsHideInMetadata() throws {
        #expect(try call([("metadata", #"{"plan":"pro","thread_id":"t-1"}"#)]).context.session == "t-1")
        #expect(
            try call([("metadata", #"{"thread_id":"t-1","session_id":"s-1","user_id":"u"}"#)]).context.session == "s-1")
        #expect(try call([("metadata", #"{"session_id":7}"#)]).context.session == nil)
        #expect(try call([("metadata", #"{"session_id":"s"#)]).context.session == nil)
        #expect(try call([("session.id", "s-2"), ("metadata", #"{"session_id":"s-1"}"#)]).context.session == "s-2")
    }

    @Test func theReleaseIsTheVariantOfTheAppsOwnFlag() throws {
        let other = BatchBuilder.Event(
            name: "feature_flag.evaluation",
            attributes: [("feature_flag.key", "dark-mode"), ("feature_flag.result.variant", "on")])
        let own = BatchBuilder.Event(
            name: "feature_flag", attributes: [("feature_flag.key", "bot"), ("feature_flag.variant", "r42")])
        let apps = ["bot": ["support"]]
        let stated: BatchBuilder.Pairs = [("headframe.release", "r7")]
        #expect(try call(stated, events: [other, own], apps: apps).context.release == "r42")
        #expect(try call(stated, events: [other], apps: apps).context.release == "r7")
        #expect(try call([], events: [other], apps: apps).context.release == nil)
        #expect(try call([], events: [other]).context.release == "on")
        #expect(try call([("langfuse.release", "v1.2")], apps: apps).context.release == "v1.2")
        let flag: BatchBuilder.Pairs = [("feature_flag.key", "support.release"), ("feature_flag.result.variant", "r9")]
        #expect(try call(flag + stated).context.release == "r9")
        #expect(try call([], resource: [("headframe.release", "r1")]).context.release == "r1")
    }
}
