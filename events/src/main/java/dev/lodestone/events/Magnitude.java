package dev.lodestone.events;

import java.math.BigDecimal;

/// Keeps numbers within what can be reckoned with: a slip such as `1e999999999` would fill the
/// memory of whoever writes it out.
final class Magnitude {
    private Magnitude() {}

    static void check(BigDecimal number) {
        double near = number.doubleValue();
        if (Double.isInfinite(near) || (near == 0 && number.signum() != 0)) {
            throw new IllegalArgumentException(
                    """
                    The number (%s) is beyond what can be reckoned with (about 1E-320 to 1E+308).
                    Maybe its exponent is mistyped.\
                    """
                            .formatted(number));
        }
    }
}
