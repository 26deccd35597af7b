package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class DockerSizeTest {

    private static final Path FILE = Path.of("ofelia.csv");

    /// What Go's `fmt.Sprintf("%.4g%s", …)` prints. 2112 B are 2.0625 KiB exactly, and a tie goes
    /// to the even digit; 1048570 B are 1023.994 KiB, which four digits round to 1024.
    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "104857600, 100MiB",
        "1610612736, 1.5GiB",
        "1023898, 999.9KiB",
        "1023949, 1000KiB",
        "1048570, 1024KiB",
        "2112, 2.062KiB",
        "1036288, 1012KiB",
        "8218300000, 7.654GiB",
        "20195574, 19.26MiB",
        "512, 512B"
    })
    void sizesAreWrittenAsDockerPrintsThem(double bytes, String text) {
        assertEquals(text, DockerSize.text(bytes / Sample.MIB));
    }

    @ParameterizedTest
    @CsvSource({"0B, 0", "1012KiB, 0.98828125", "100MiB, 100", "1.5GiB, 1536", "1TiB, 1048576"})
    void sizesAreReadInMiB(String text, double mib) {
        assertEquals(mib, DockerSize.mib(text, FILE, 2));
    }

    @Test
    void anUnknownUnitIsNamedWithItsLine() {
        Failure failure = assertThrows(Failure.class, () -> DockerSize.mib("12.5MB", FILE, 9));
        assertEquals(
                "ofelia.csv: line 9: unknown unit of memory: 'MB' (known: B, KiB, MiB, GiB, TiB)",
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "-1MiB, negative Mem_Usage: -1",
        "1.2.3MiB, Mem_Usage is not a number: '1.2.3'",
        "lots, not an amount of memory: 'lots'",
        "12, not an amount of memory: '12'"
    })
    void whatIsNoAmountIsNamedWithItsLine(String text, String message) {
        Failure failure = assertThrows(Failure.class, () -> DockerSize.mib(text, FILE, 4));
        assertEquals("ofelia.csv: line 4: " + message, failure.getMessage());
    }
}
