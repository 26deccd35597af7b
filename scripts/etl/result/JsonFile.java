//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.ToIntFunction;

/// JSON files of records: a missing value is an absent key, times have milliseconds, and a bad file
/// is reported with its line.
final class JsonFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(times())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    // what a record is asked is no part of it
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    // a newer benchmark may know more keys; ours are read all the same
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // an absent number must not become 0, nor rubbish behind the end pass
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private JsonFile() {}

    /// @throws Failure when it is no JSON of this kind, with file and line
    static <T> T read(Path file, Class<T> type) {
        try {
            T value = JSON.readValue(file.toFile(), type);
            if (value == null) {
                throw new Failure(file + ": line 1: holds nothing");
            }
            return value;
        } catch (JacksonException e) {
            throw new Failure(CsvCell.at(file, line(e)) + reason(e), e);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// Of a kind that says which version of its layout a file has.
    ///
    /// @param known the version that is read here
    /// @throws Failure as above, and for any other version
    static <T> T read(Path file, Class<T> type, int known, ToIntFunction<T> schema) {
        T value = read(file, type);
        if (schema.applyAsInt(value) != known) {
            throw new Failure(
                    "%s: schema %d is not known here; update the benchmark"
                            .formatted(file, schema.applyAsInt(value)));
        }
        return value;
    }

    /// Replaces the file in one step: a reader sees the old one or the new one, never half of it.
    static void write(Path file, Object value) {
        Path next = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.writeString(next, JSON.writeValueAsString(value) + "\n");
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        } finally {
            remove(next);
        }
    }

    /// After a failed write the half file goes; after a good one there is nothing left.
    private static void remove(Path next) {
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            throw new Failure(next + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    /// The key, and Jackson's own words on one line without its hint about a setting.
    private static String reason(JacksonException e) {
        String key =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? mapping.getPath().getLast().getFieldName() + ": "
                        : "";
        String words = e.getOriginalMessage().replaceAll(" \\(set Deserialization.*", "");
        return key + words.replace('\n', ' ');
    }

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(
                        Instant.class,
                        new JsonSerializer<>() {
                            @Override
                            public void serialize(
                                    Instant time, JsonGenerator json, SerializerProvider provider)
                                    throws IOException {
                                json.writeString(CsvCell.text(time));
                            }
                        })
                .addDeserializer(
                        Instant.class,
                        new JsonDeserializer<>() {
                            @Override
                            public Instant deserialize(
                                    JsonParser json, DeserializationContext context)
                                    throws IOException {
                                try {
                                    return Instant.parse(json.getText());
                                } catch (DateTimeParseException e) {
                                    throw context.weirdStringException(
                                            json.getText(), Instant.class, "not a UTC time");
                                }
                            }
                        });
    }
}
