//DEPS com.github.docker-java:docker-java-core:3.7.1
//DEPS com.github.docker-java:docker-java-transport-zerodep:3.7.1
//DEPS org.slf4j:slf4j-nop:2.0.17
// docker-java's classes carry an annotation that is not on its class path, and javac says so at
// every build; no other option silences it.
//COMPILE_OPTIONS -nowarn

package etl.record;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;

import etl.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The connection to one container engine: Docker's API through docker-java, and its raw HTTP
/// client for what docker-java has no call for.
public final class Engine implements AutoCloseable {

    /// Labels that Compose puts on every container.
    public static final String PROJECT = "com.docker.compose.project";

    /// On containers that Compose itself made. The project's label alone is not enough: an image
    /// that Compose built carries it, too, and so does every container that somebody runs from that
    /// image.
    static final String BY_COMPOSE = "com.docker.compose.config-hash";

    static final String SERVICE = "com.docker.compose.service";
    static final String CONFIG_FILES = "com.docker.compose.project.config_files";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String host;
    private final DockerHttpClient http;
    private final DockerClient docker;

    private Engine(String host, DockerHttpClient http, DockerClient docker) {
        this.host = host;
        this.http = http;
        this.docker = docker;
    }

    /// Connects and asks for a sign of life.
    ///
    /// @param host an address such as `unix:///var/run/docker.sock`, `tcp://server:2375`; null for
    ///   what the environment or the current Docker context says
    /// @param context name of a Docker context, null for none
    /// @throws Failure when no engine answers there
    public static Engine connect(String host, String context) {
        DefaultDockerClientConfig.Builder builder =
                DefaultDockerClientConfig.createDefaultConfigBuilder();
        if (host != null) {
            builder.withDockerHost(host);
        }
        if (context != null) {
            DockerContext.require(context);
            builder.withDockerContext(context);
        }
        Engine engine = open(builder, context != null ? "context " + context : "engine " + host);
        engine.ping();
        return engine;
    }

    private static Engine open(DefaultDockerClientConfig.Builder builder, String named) {
        try {
            DefaultDockerClientConfig config = builder.build();
            DockerHttpClient http =
                    new ZerodepDockerHttpClient.Builder()
                            .dockerHost(config.getDockerHost())
                            .sslConfig(config.getSSLConfig())
                            .connectionTimeout(PATIENCE)
                            .build();
            return new Engine(
                    config.getDockerHost().toString(),
                    http,
                    DockerClientImpl.getInstance(config, http));
        } catch (IllegalArgumentException | DockerException e) {
            throw new Failure(
                    named
                            + ": not usable: "
                            + EngineAway.rootMessage(e)
                            + "; see: docker context ls",
                    e);
        }
    }

    private void ping() {
        try {
            answer(() -> docker.pingCmd().exec());
        } catch (EngineAway | DockerException e) {
            throw new Failure(
                    "no container engine answers at "
                            + host
                            + " ("
                            + EngineAway.rootMessage(e)
                            + "); start it, name another with --engine or --context, or see:"
                            + " ./jbangw doctor",
                    e);
        }
    }

    /// Asks the engine; what it says against the question is the caller's.
    ///
    /// @throws EngineAway when it does not answer at all
    <T> T answer(Supplier<T> question) {
        return EngineAway.unless(host, question);
    }

    /// Address that was connected to.
    public String host() {
        return host;
    }

    /// The engine stands on this machine, as far as its address tells.
    public boolean isLocal() {
        return host.startsWith("unix:") || host.startsWith("npipe:");
    }

    /// docker-java's client, for the files of this room.
    DockerClient docker() {
        return docker;
    }

    /// All running containers of the engine.
    public List<Container> running() {
        return answer(() -> docker.listContainersCmd().exec());
    }

    /// Containers of one Compose project, running or not.
    public List<Container> ofProject(String project) {
        return answer(
                () ->
                        docker.listContainersCmd()
                                .withShowAll(true)
                                .withLabelFilter(List.of(PROJECT + "=" + project, BY_COMPOSE))
                                .exec());
    }

    /// A container's details; empty when it is gone.
    Optional<InspectContainerResponse> inspect(String container) {
        try {
            return Optional.of(answer(() -> docker.inspectContainerCmd(container).exec()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /// An image's details; empty when it is gone.
    Optional<InspectImageResponse> image(String image) {
        try {
            return Optional.of(answer(() -> docker.inspectImageCmd(image).exec()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /// The answer to a GET request as bytes; empty for anything but 200.
    ///
    /// @throws EngineAway when none comes
    Optional<byte[]> get(String path) throws IOException {
        DockerHttpClient.Request request =
                DockerHttpClient.Request.builder()
                        .method(DockerHttpClient.Request.Method.GET)
                        .path(path)
                        .build();
        try (DockerHttpClient.Response response = answer(() -> http.execute(request))) {
            InputStream body = response.getBody();
            return response.getStatusCode() == 200
                    ? Optional.of(body.readAllBytes())
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            docker.close();
        } catch (IOException e) {
            throw new Failure("cannot close the connection to " + host + ": " + e.getMessage(), e);
        }
    }
}
