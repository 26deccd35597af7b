package etl.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;

import etl.Failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Optional;

/// The ports of this machine that a stack wants to itself.
final class PublishedPorts {

    private PublishedPorts() {}

    /// Looks whether all are free, before anything is started.
    ///
    /// @throws Failure that names the owner of a port that is not
    static void requireFree(Engine engine, ComposeProject stack) {
        for (JsonNode service : stack.config().path("services")) {
            for (JsonNode port : service.path("ports")) {
                int published = port.path("published").asInt(0);
                if (published > 0 && isTaken(port.path("host_ip").asText("0.0.0.0"), published)) {
                    throw new Failure(
                            "port %d is taken by %s"
                                    .formatted(published, owner(engine, published)));
                }
            }
        }
    }

    private static boolean isTaken(String address, int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return !free.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static String owner(Engine engine, int port) {
        return engine.running().stream()
                .filter(c -> publishes(c, port))
                .findFirst()
                .map(c -> "container " + c.getNames()[0].substring(1))
                .orElse("another program; see: ss -ltnp 'sport = :%d'".formatted(port));
    }

    private static boolean publishes(Container container, int port) {
        return Optional.ofNullable(container.getPorts()).stream()
                .flatMap(Arrays::stream)
                .map(ContainerPort::getPublicPort)
                .anyMatch(published -> published != null && published == port);
    }
}
