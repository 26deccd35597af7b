package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class OriginalTimelineTest {

    @TempDir private Path folder;

    /// The stopped worker reads 0 B: missing. Two readings fall into second 07.
    @Test
    void theOriginalsFormatIsFoldedAlike() throws IOException {
        Path file =
                Example.write(
                        folder,
                        "ofelia.csv",
                        """
                        Timestamp,Container,CPU_Perc,Mem_Usage,Mem_Perc
                        23:59:58,ofelia,0.00%,8MiB / 1GiB,0.10%
                        23:59:58,worker,0.00%,512KiB / 1GiB,0.10%
                        00:00:05,ofelia,0.00%,9MiB / 1GiB,0.10%
                        00:00:05,worker,0.00%,0B / 0B,0.00%
                        00:00:07,ofelia,0.00%,9MiB / 1GiB,0.10%
                        00:00:07,worker,0.00%,1MiB / 1GiB,0.10%
                        00:00:07,ofelia,0.00%,10MiB / 1GiB,0.10%
                        00:00:07,worker,0.00%,1MiB / 1GiB,0.10%
                        """);
        Timeline.Builder builder = new Timeline.Builder(null);
        SamplesCsv.read(file, builder::add, warning -> {});
        Timeline timeline = builder.build();
        assertEquals(
                List.of(8.5, Double.NaN, 10.0, 11.0),
                timeline.instants().stream().map(Point::memoryMib).toList());
        assertEquals(9, timeline.lengthS());
    }
}
