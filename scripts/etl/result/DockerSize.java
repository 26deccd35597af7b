package etl.result;

import etl.Failure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/// An amount of memory as `docker stats` prints it, such as `1.356GiB`.
public final class DockerSize {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private DockerSize() {}

    /// What a container uses, in MiB, of what `docker stats` prints as `{{.MemUsage}}`.
    ///
    /// @throws Failure when it is no such text
    public static double usedMib(String memUsage) {
        return mib(memUsage.split("/", 2)[0].strip(), Path.of("docker stats"), 1);
    }

    /// The amount in MiB.
    ///
    /// @throws Failure naming file and line for another unit or a number that is none
    static double mib(String text, Path file, long line) {
        int number = text.startsWith("-") ? 1 : 0;
        while (number < text.length() && "0123456789.".indexOf(text.charAt(number)) >= 0) {
            number++;
        }
        String name = text.substring(number);
        if (number == (text.startsWith("-") ? 1 : 0) || !isWord(name)) {
            throw new Failure(
                    CsvCell.at(file, line) + "not an amount of memory: " + CsvCell.shown(text));
        }
        int unit = UNITS.indexOf(name);
        if (unit < 0) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + "unknown unit of memory: "
                            + CsvCell.shown(name)
                            + " (known: "
                            + String.join(", ", UNITS)
                            + ")");
        }
        double value = CsvCell.amount(text.substring(0, number), "Mem_Usage", file, line);
        return value * Math.pow(1024, unit) / Sample.MIB;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char lower = (char) (text.charAt(i) | 0x20);
            if (lower < 'a' || lower > 'z') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Four significant digits without trailing zeros and a binary unit, as Docker prints sizes
    /// (Go's `%.4g`).
    static String text(double mib) {
        double value = mib * Sample.MIB;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString()
                + UNITS.get(unit);
    }
}
