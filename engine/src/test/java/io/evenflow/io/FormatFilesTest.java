package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    assertHasAll(FormatPages.scenario(), FormatFiles.scenarioTables());
    assertWritten("scenario.md", FormatFiles.scenarioPage(FormatPages.scenario()));
  }

  @Test
  void thePageOfResultsHasTheFieldsThatAreRead() throws IOException {
    assertHasAll(FormatPages.result(), FormatFiles.resultTables());
    assertWritten("result.md", FormatFiles.resultPage(FormatPages.result()));
  }

  private static void assertHasAll(String page, Map<String, Shape<?>> tables) {
    tables.keySet().forEach(name -> assertThat(page).contains("<!-- fields of " + name + " -->"));
  }

  @Test
  void theSchemasAreThoseOfTheFields() throws IOException {
    assertWritten("scenario.schema.json", JsonSchema.scenario());
    assertWritten("result.schema.json", JsonSchema.result());
  }
}
