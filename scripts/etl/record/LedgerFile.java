package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;

import etl.result.Fire;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Where the ledger of a stack lies: in the named volume at `/runs`.
public final class LedgerFile {

    static final String FOLDER = "/runs";
    static final String PATH = FOLDER + "/ledger.jsonl";

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private LedgerFile() {}

    /// Reads it when all expected ends are in, at the latest one period after the window: a minute
    /// for a job that runs every minute.
    ///
    /// @param from first instant of the window, by the engine's clock
    /// @param until last instant of the window, by the engine's clock
    /// @throws EngineAway when the engine did not answer until then
    static Optional<Ledger> await(
            Stack stack, Instant from, Instant until, Duration period, BooleanSupplier stop) {
        long deadline = System.nanoTime() + period.toNanos();
        while (true) {
            boolean last = System.nanoTime() >= deadline || stop.getAsBoolean();
            try {
                Optional<Ledger> ledger = read(stack.engine(), stack.project());
                if (last || ledger.isEmpty() || !isOpen(ledger.get().fires(from, until, period))) {
                    return ledger;
                }
            } catch (EngineAway e) {
                if (last) {
                    throw e;
                }
            } catch (DockerException e) {
                if (last) {
                    throw EngineAway.because(stack.engine(), e);
                }
            }
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    private static boolean isOpen(List<Fire> fires) {
        return fires.stream().anyMatch(f -> f.ended() == null);
    }

    /// Reads the ledger through the engine, from a container that has the volume mounted; so it
    /// works with a remote engine or a desktop's VM too.
    ///
    /// @return empty when no container of the stack has a ledger mounted; a ledger without entries
    ///   when one has, and no job has written to it
    public static Optional<Ledger> read(Engine engine, String project) {
        boolean anyMounted = false;
        for (Container container : engine.ofProject(project)) {
            if (engine.inspect(container.getId()).filter(LedgerFile::isMounted).isPresent()) {
                anyMounted = true;
                Optional<String> text = text(engine, container.getId());
                if (text.isPresent()) {
                    return text.map(Ledger::parse);
                }
            }
        }
        return anyMounted ? Optional.of(new Ledger(List.of())) : Optional.empty();
    }

    /// A container of the stack that has the ledger's folder mounted, running or not.
    static Optional<String> holder(Engine engine, String project) {
        return engine.ofProject(project).stream()
                .map(Container::getId)
                .filter(id -> engine.inspect(id).filter(LedgerFile::isMounted).isPresent())
                .findFirst();
    }

    private static boolean isMounted(InspectContainerResponse container) {
        return container.getMounts() != null
                && container.getMounts().stream()
                        .anyMatch(
                                m ->
                                        m.getDestination() != null
                                                && FOLDER.equals(m.getDestination().getPath()));
    }

    private static Optional<String> text(Engine engine, String container) {
        try (InputStream archive =
                        engine.answer(
                                () ->
                                        engine.docker()
                                                .copyArchiveFromContainerCmd(container, PATH)
                                                .exec());
                TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            return tar.getNextEntry() == null
                    ? Optional.empty()
                    : Optional.of(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw EngineAway.because(engine, e); // in the middle of the answer
        }
    }
}
