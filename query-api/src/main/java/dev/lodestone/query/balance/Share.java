package dev.lodestone.query.balance;

import java.util.List;

/// A share by mass of what a sample consists of.
///
/// @param property short form, `lsp:massFractionNi`
/// @param label what the property is called
/// @param share how much
/// @param how `found`, `as in the sample it was cut from`, or `weighted balance`
/// @param from the data it rests on: IRIs of values, amounts and samples
public record Share(String property, String label, Amount share, String how, List<String> from) {
    public Share {
        from = List.copyOf(from);
    }
}
