package etl.record;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;

import etl.result.SystemFacts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The version as the running system itself reports it. It is asked after the window, because the
/// command runs inside what is measured.
final class InstalledVersion {

    private static final int LIMIT_S = 30;

    private InstalledVersion() {}

    /// Runs the system's version command in its service; empty when it has none, fails or says
    /// nothing.
    static Optional<String> ask(Stack stack, SystemFacts facts) {
        if (facts.versionCommand() == null) {
            return Optional.empty();
        }
        return stack.running().stream()
                .filter(m -> facts.versionService().equals(m.service))
                .findFirst()
                .flatMap(m -> output(stack.engine(), m.id, facts))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.lines().findFirst().orElseThrow());
    }

    private static Optional<String> output(Engine engine, String id, SystemFacts facts) {
        StringBuilder text = new StringBuilder();
        try {
            String exec =
                    engine.answer(
                            () ->
                                    engine.docker()
                                            .execCreateCmd(id)
                                            .withAttachStdout(true)
                                            .withCmd(facts.versionCommand().toArray(String[]::new))
                                            .exec()
                                            .getId());
            boolean ended =
                    engine.docker()
                            .execStartCmd(exec)
                            .exec(new Output(text))
                            .awaitCompletion(LIMIT_S, TimeUnit.SECONDS);
            Long code = engine.docker().inspectExecCmd(exec).exec().getExitCodeLong();
            return ended && code != null && code == 0
                    ? Optional.of(text.toString())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (DockerException | EngineAway e) {
            // container or engine may be gone by now; a version that was not told is missing
            return Optional.empty();
        }
    }

    private static final class Output extends ResultCallback.Adapter<Frame> {

        private final StringBuilder text;

        private Output(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() != StreamType.STDERR) {
                text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        }
    }
}
