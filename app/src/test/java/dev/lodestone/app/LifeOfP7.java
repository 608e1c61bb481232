package dev.lodestone.app;

/// A powder that is registered, then sintered: two events as people write them.
final class LifeOfP7 {
    static final String REGISTRATION =
            """
            {"type":"SampleRegistered","version":1,"id":"0199a000-0000-7000-8000-000000000001",\
            "samples":[{"sample":"powder-7","form":"lsk:Powder","names":[{"scope":"lab","name":"P7"}]}]}
            """;
    static final String SINTERING =
            """
            {"type":"SampleProcessed","version":1,"id":"0199a000-0000-7000-8000-000000000002",\
            "occurrence":{"labTime":{"instant":"2025-01-07T08:00:00Z"}},\
            "participants":{"samples":["powder-7"]},"process":"lsk:Sintering",\
            "parameters":[{"property":"lsp:sinteringTemperature","basis":"Recorded",\
            "quantity":{"value":850,"unit":"°C"}}]}
            """;

    private LifeOfP7() {}

    static void writeTo(Terminal terminal, String file) {
        terminal.write(file, REGISTRATION + SINTERING);
    }
}
