package dev.lodestone.importers;

import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.log.EventLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a log holds of sources' items.
///
/// @param log the log
record HeldInLog(EventLog log) implements HeldItems {
    @Override
    public Map<String, HeldItem> live(SourceId source, Collection<String> keys) {
        var held = new HashMap<String, HeldItem>();
        new KeyStates(log, source)
                .read(keys)
                .forEach((key, state) ->
                        state.live()
                                .ifPresent(live ->
                                        held.put(
                                                key,
                                                new HeldItem(
                                                        live.stated(),
                                                        state.last()
                                                                .flatMap(r -> r.draft().source())
                                                                .map(SourceRef::verbatim)
                                                                .orElse(Map.of())))));
        return held;
    }

    @Override
    public List<String> keys(SourceId source, String after, String beginning, int limit) {
        return new KeyStates(log, source).after(after, beginning, limit);
    }
}
