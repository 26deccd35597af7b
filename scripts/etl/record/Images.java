package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;

import etl.result.Run;
import etl.result.Sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The images that a stack runs on.
final class Images {

    /// What the benchmark's own builds carry; the value is the system.
    static final String BUILT = "etlbench.built";

    /// How a private build of a system's source names its origin, e.g. `built from source tag
    /// v0.3.21`.
    private static final String ORIGIN = "etlbench.origin";

    private Images() {}

    /// One entry per service, in the order of the containers.
    static List<Run.Image> of(Stack stack) {
        List<Run.Image> images = new ArrayList<>();
        for (Member member : stack.lives()) {
            if (images.stream().anyMatch(i -> i.service().equals(service(member)))) {
                continue;
            }
            InspectContainerResponse container = stack.engine().inspect(member.id).orElse(null);
            if (container != null) {
                stack.engine()
                        .image(container.getImageId())
                        .ifPresent(i -> images.add(image(member, container, i)));
            }
        }
        return images;
    }

    private static Run.Image image(
            Member member, InspectContainerResponse container, InspectImageResponse image) {
        List<String> digests = image.getRepoDigests();
        String digest = digests == null || digests.isEmpty() ? null : digests.getFirst();
        return new Run.Image(
                service(member),
                container.getConfig().getImage(),
                image.getId(),
                digest,
                origin(image, digest),
                image.getSize() == null
                        ? null
                        : Math.round(image.getSize() / Sample.MIB * 10) / 10.0);
    }

    private static String origin(InspectImageResponse image, String digest) {
        Map<String, String> labels =
                image.getConfig() == null || image.getConfig().getLabels() == null
                        ? Map.of()
                        : image.getConfig().getLabels();
        if (labels.containsKey(ORIGIN)) {
            return labels.get(ORIGIN);
        }
        // only a registry gives an image a digest of this kind
        return digest == null || labels.containsKey(BUILT) ? "built here" : "pulled";
    }

    private static String service(Member member) {
        return member.service == null ? member.name : member.service;
    }
}
