package etl.record;

import com.github.dockerjava.api.exception.DockerException;

import etl.Failure;

import java.io.IOException;
import java.util.function.Supplier;

/// No answer comes from an engine that answered before: it was stopped, or is about to come back.
final class EngineAway extends Failure {

    private EngineAway(String host, Throwable cause) {
        super(
                "the engine at %s does not answer (%s); see: docker info"
                        .formatted(host, rootMessage(cause)),
                cause);
    }

    /// It was there and could not answer.
    static EngineAway because(Engine engine, Throwable reason) {
        return new EngineAway(engine.host(), reason);
    }

    /// What the engine answers, its errors included.
    ///
    /// @throws EngineAway when it does not answer at all
    static <T> T unless(String host, Supplier<T> question) {
        try {
            return question.get();
        } catch (DockerException e) {
            throw e;
        } catch (RuntimeException e) {
            // the transport wraps what it meets in plain RuntimeExceptions
            if (e.getCause() instanceof IOException) {
                throw new EngineAway(host, e);
            }
            throw e;
        }
    }

    /// What went wrong first, in one line.
    static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no message");
    }
}
