package io.evenflow.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of the Open Charge Alliance, which may not be part of this repository: files such as
 * {@code ocpp2_1-SetChargingProfile.json} in {@code ocpp} below a folder {@code shared} beside it,
 * or where {@code EVENFLOW_SHARED} says.
 */
public final class OfficialSchemas {
  private static final Map<Path, Schema> READ = new ConcurrentHashMap<>();

  private OfficialSchemas() {}

  /** Where there are schemas, a message is valid by them. */
  public static void assertValid(OcppVersion version, String action, JsonNode payload) {
    String name = version.subprotocol().replace('.', '_') + "-" + action + ".json";
    folder()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .ifPresent(
            file ->
                assertThat(READ.computeIfAbsent(file, OfficialSchemas::schema).validate(payload))
                    .as(name)
                    .isEmpty());
  }

  private static Schema schema(Path file) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public static Optional<Path> folder() {
    String told = System.getenv("EVENFLOW_SHARED");
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent);
    Stream<Path> places =
        told == null ? above.map(folder -> folder.resolve("shared")) : Stream.of(Path.of(told));
    return places.map(place -> place.resolve("ocpp")).filter(Files::isDirectory).findFirst();
  }
}
