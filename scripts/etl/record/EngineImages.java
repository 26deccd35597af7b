package etl.record;

import com.github.dockerjava.api.model.Image;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All images of an engine at one moment, to tell afterwards what came.
///
/// @param sizes bytes of each image, by id
record EngineImages(Map<String, Long> sizes) {

    private static final double MIB = 1 << 20;

    static EngineImages now(Engine engine) {
        List<Image> images = engine.docker().listImagesCmd().exec();
        return new EngineImages(
                images.stream()
                        .collect(Collectors.toMap(Image::getId, Image::getSize, (a, b) -> a)));
    }

    /// Ids of the images that the benchmark built of a system's folder.
    static Set<String> built(Engine engine, String system) {
        return engine
                .docker()
                .listImagesCmd()
                .withLabelFilter(Map.of(Images.BUILT, system))
                .exec()
                .stream()
                .map(Image::getId)
                .collect(Collectors.toSet());
    }

    /// Ids of the images that were not there before.
    Set<String> since(EngineImages before) {
        return sizes.keySet().stream()
                .filter(id -> !before.sizes.containsKey(id))
                .collect(Collectors.toSet());
    }

    /// What the images that were not there before take, MiB. Layers that images share count for
    /// each.
    double newMib(EngineImages before) {
        return since(before).stream().mapToLong(sizes::get).sum() / MIB;
    }
}
