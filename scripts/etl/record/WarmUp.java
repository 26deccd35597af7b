package etl.record;

import etl.result.Sample;
import etl.result.SamplesCsv;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Reads and formats for nothing, so that the machine code of an instant is made before the window
/// begins and not inside of what is measured.
public final class WarmUp {

    /// The JVM compiles a method once it was called 200 times.
    private static final int READINGS = 1000;

    /// By the engine a reading takes too long for that.
    private static final int READINGS_BY_ENGINE = 20;

    private WarmUp() {}

    /// Reads the containers that run now, in turn.
    ///
    /// @param stop ends it early
    public static void of(Stack stack, BooleanSupplier stop) {
        BiConsumer<StringBuilder, Sample> rows = SamplesCsv.rows();
        StringBuilder text = new StringBuilder();
        List<Member> members = List.copyOf(stack.running());
        int readings = stack.sampler().equals("cgroup") ? READINGS : READINGS_BY_ENGINE;
        // a stack that has died meanwhile is told by the recording itself
        for (int i = 0; i < readings && !members.isEmpty() && !stop.getAsBoolean(); i++) {
            text.setLength(0);
            members.get(i % members.size())
                    .sample(Instant.now(), i, i % 2 == 0)
                    .ifPresent(sample -> rows.accept(text, sample));
        }
        members.forEach(Member::forget);
    }
}
