//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Image;

import etl.result.Sample;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All images of an engine at one moment, to tell afterwards what came.
///
/// @param ids of all of them
/// @param layersMib disk that their layers take, each counted once; null where the engine does not
///   say
record EngineImages(Set<String> ids, Double layersMib) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EngineImages now(Engine engine) {
        List<Image> images = engine.answer(() -> engine.docker().listImagesCmd().exec());
        return new EngineImages(
                images.stream().map(Image::getId).collect(Collectors.toSet()), layersMib(engine));
    }

    private static Double layersMib(Engine engine) {
        try {
            Optional<byte[]> answer = engine.get("/system/df?type=image");
            long bytes =
                    answer.isEmpty() ? 0 : JSON.readTree(answer.get()).path("LayersSize").asLong();
            return bytes > 0 ? bytes / Sample.MIB : null;
        } catch (IOException e) {
            return null;
        }
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
        Set<String> came = new HashSet<>(ids);
        came.removeAll(before.ids);
        return came;
    }

    /// Disk that is taken now and was not before, MiB; null where the engine does not say.
    Double newMib(EngineImages before) {
        return layersMib == null || before.layersMib == null
                ? null
                : Math.round((layersMib - before.layersMib) * 10) / 10.0;
    }
}
