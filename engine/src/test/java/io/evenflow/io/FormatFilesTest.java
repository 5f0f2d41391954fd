package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Tables of the pages and the schemas are what the descriptions of objects make them. With {@code
 * -Dwrite.formats=true} this test writes them.
 */
class FormatFilesTest {
  private static final Path DOCS = Path.of("../docs");

  private static void assertWritten(String name, String text) throws IOException {
    Path file = DOCS.resolve(name);
    if (Boolean.getBoolean("write.formats")) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void thePageOfScenariosHasTheFieldsThatAreRead() throws IOException {
    String page = FormatPages.scenario();
    String written = FormatFiles.withTables(page, FormatFiles.scenarioTables());
    FormatFiles.scenarioTables()
        .keySet()
        .forEach(name -> assertThat(written).contains("<!-- fields of " + name + " -->"));
    assertWritten("scenario.md", written);
  }

  @Test
  void theSchemaOfScenariosIsThatOfTheirFields() throws IOException {
    assertWritten("scenario.schema.json", JsonSchema.scenario());
  }
}
