//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Rows.java

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Column;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class MarkdownTableTest {

    @Test
    void valuesAreAlignedAtTheDecimalPointAndMissingOnesAreDashes() {
        assertEquals(
                """
                | Orchestrator | Peak_RAM_MiB | Jobs_Fired |
                | ------------ | -----------: | ---------: |
                | cron         |         9.5  |          5 |
                | airflow      |      1446.05 |          – |
                """,
                MarkdownTable.of(
                        List.of(
                                Rows.row(
                                        "cron",
                                        Map.of(Column.PEAK_RAM_MIB, 9.5, Column.JOBS_FIRED, 5.0)),
                                Rows.row("airflow", Map.of(Column.PEAK_RAM_MIB, 1446.05)))));
    }

    @Test
    void repeatsShowTheirRange() {
        assertEquals(
                """
                | Orchestrator |          Growth_MiB |
                | ------------ | ------------------: |
                | cron         | -0.2 (-0.5 to 0.25) |
                """,
                MarkdownTable.of(
                        List.of(
                                Rows.row(
                                        "cron",
                                        3,
                                        Map.of(Column.GROWTH_MIB, -0.2),
                                        Map.of(Column.GROWTH_MIB, -0.5),
                                        Map.of(Column.GROWTH_MIB, 0.25)))));
    }

    @Test
    void lettersStandBehindTheValueAndOneSentenceSaysWhatTheyMean() {
        Map<Column, Double> ten = Map.of(Column.PEAK_RAM_MIB, 10.0);
        Map<Column, Double> hundred = Map.of(Column.PEAK_RAM_MIB, 100.5);

        assertEquals(
                """
                | Orchestrator | Peak_RAM_MiB |
                | ------------ | -----------: |
                | cron         |      10.0 ab |
                | kestra       |     100.5 c  |
                | dkron        |      10.0    |

                Schedulers that share a letter in a column cannot be told apart there (Welch's \
                t-test on the logarithms, Holm's correction, 5 %); those without one could not be \
                compared.
                """,
                MarkdownTable.of(
                        List.of(
                                Rows.grouped(
                                        Rows.row("cron", ten), Map.of(Column.PEAK_RAM_MIB, "ab")),
                                Rows.grouped(
                                        Rows.row("kestra", hundred),
                                        Map.of(Column.PEAK_RAM_MIB, "c")),
                                Rows.row("dkron", ten))));
    }

    @Test
    void allColumnsFitATerminalAndComeInTheirOrder() {
        Map<Column, Double> all =
                Arrays.stream(Column.values()).collect(Collectors.toMap(c -> c, c -> 1234.5));

        String table = MarkdownTable.of(List.of(Rows.row("cron", all)));

        assertTrue(table.lines().allMatch(line -> line.length() <= 120), table);
        List<String> heads =
                table.lines()
                        .filter(line -> line.startsWith("| Orchestrator"))
                        .flatMap(line -> Arrays.stream(line.split("\\|")))
                        .map(String::strip)
                        .filter(head -> !head.isEmpty() && !head.equals("Orchestrator"))
                        .toList();
        assertEquals(Arrays.stream(Column.values()).map(Column::header).toList(), heads);
    }
}
