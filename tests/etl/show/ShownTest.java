package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void aRangeFromBelowZeroCanBeRead() {
        assertEquals("1.5–2.0", Shown.between("1.5", "2.0"));
        assertEquals("-91 to 289", Shown.between("-91", "289"));
    }
}
