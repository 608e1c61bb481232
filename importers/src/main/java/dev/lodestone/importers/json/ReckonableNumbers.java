package dev.lodestone.importers.json;

import java.math.BigDecimal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.node.ValueNode;

/// Numbers that can be reckoned with. One such as `1e99999999` is right JSON, and would fill the
/// memory of whoever adds to it or writes it out; it is read as the text it stands for, and so is
/// no number to any mapping and is kept as text.
final class ReckonableNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    /// Beyond these a number is far outside what a double can hold, with all the digits it may
    /// have.
    private static final int SMALLEST_SCALE = -400;

    private static final int LARGEST_SCALE = 1_400;

    @Override
    public ValueNode numberNode(BigDecimal number) {
        int scale = number.scale();
        return scale < SMALLEST_SCALE || scale > LARGEST_SCALE
                ? StringNode.valueOf(number.toString())
                : super.numberNode(number);
    }
}
