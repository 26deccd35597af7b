//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Rows.java

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

class TableColumnTest {

    private static final Shown PEAK = new Shown(Column.PEAK_RAM_MIB, "Peak", "MiB", 1);
    private static final Row PLAIN = Rows.row("cron", Map.of(Column.PEAK_RAM_MIB, 24.0));
    private static final Row GROUPED = Rows.grouped(PLAIN, Map.of(Column.PEAK_RAM_MIB, "ab"));

    private final TableColumn without = new TableColumn(Look.measure(), PEAK, List.of(PLAIN));
    private final TableColumn with = new TableColumn(Look.measure(), PEAK, List.of(PLAIN, GROUPED));

    @Test
    void onlyAColumnWithLettersIsWider() {
        assertEquals(0, without.room());
        assertEquals(without.width() + with.room(), with.width(), 1e-9);
    }

    /// The digits of all rows end where the room of the letters begins.
    @Test
    void lettersStandAtTheRightOfTheDigits() {
        BufferedImage picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 200, 200);

        with.paint(g, 150, 60, 50);

        int right = (int) Math.ceil(150 - with.room()) + 2;
        assertTrue(hasInk(picture, 0, right, 60, 110), "the value of the first row");
        assertFalse(hasInk(picture, right, 200, 60, 110), "its letters");
        assertTrue(hasInk(picture, right, 200, 110, 160), "the letters of the second row");
        assertFalse(hasInk(picture, 151, 200, 0, 200), "what reaches out of the column");
    }

    private static boolean hasInk(BufferedImage picture, int x, int toX, int y, int toY) {
        for (int i = x; i < toX; i++) {
            for (int k = y; k < toY; k++) {
                if (picture.getRGB(i, k) != Color.WHITE.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }
}
