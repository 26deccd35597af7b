package etl.result;

import etl.Failure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of memory as `docker stats` prints it, such as `1.356GiB`.
public final class DockerSize {

    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9.]+)([A-Za-z]+)");
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
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new Failure(
                    CsvCell.at(file, line) + "not an amount of memory: " + CsvCell.shown(text));
        }
        int unit = UNITS.indexOf(amount.group(2));
        if (unit < 0) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + "unknown unit of memory: "
                            + CsvCell.shown(amount.group(2))
                            + " (known: "
                            + String.join(", ", UNITS)
                            + ")");
        }
        double value = CsvCell.amount(amount.group(1), "Mem_Usage", file, line);
        return value * Math.pow(1024, unit) / Sample.MIB;
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
