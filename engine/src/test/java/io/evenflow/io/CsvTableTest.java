package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.time.Horizon;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static final String START = "2025-03-10T00:00:00+01:00";

  /** Today's download, as whatever program saved it. */
  private static final String GERMAN =
      """
      Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] Originalauflösungen
      10.03.2025 00:00;10.03.2025 01:00;80,5
      10.03.2025 01:00;10.03.2025 02:00;75
      """;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void takesTheSeparatorOfTheHeader(String separator) {
    String csv = "start,zone,price_eur_mwh\n" + START + ",DE,80.5\n";
    assertThat(PriceTexts.hours(csv.replace(",", separator), START, 1)).containsExactly(80.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void takesAnyEndOfLineAndBlankLines(String end) {
    String csv = "start,price" + end + end + START + ",80.5" + end + "," + end + end;
    assertThat(PriceTexts.hours(csv, START, 1)).containsExactly(80.5);
  }

  @Test
  void separatorsInQuotationMarksDoNotCount() {
    String csv = "\"start\",\"a;b;c;d\",\"price\"\n\"" + START + "\",\";\",\"80.5\"\n";
    assertThat(PriceTexts.hours(csv, START, 1)).containsExactly(80.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // header | row | line and counts | why
        "start,price | 2025-03-10T00:00:00+01:00,80,5 | has 3 fields where the header has 2"
            + " | Maybe 80,5 is one number with a decimal comma: write 80.5, put it in quotation"
            + " marks, or separate columns by semicolons.",
        "start,price | 2025-03-10T00:00:00+01:00,-1.080,05 | has 3 fields where the header has 2"
            + " | Maybe -1.080,05 is one number with a decimal comma: write -1080.05, put it in"
            + " quotation marks, or separate columns by semicolons.",
        "start,price,zone | 2025-03-10T00:00:00+01:00,80,5,DE | has 4 fields where the header has 3"
            + " | Maybe 80,5 is one number with a decimal comma: write 80.5, put it in quotation"
            + " marks, or separate columns by semicolons.",
        "start,price | 2025-03-10T00:00:00+01:00,1,080.5 | has 3 fields where the header has 2"
            + " | Maybe 1,080.5 is one number with a comma between thousands: write 1080.5.",
        "start,price | 2025-03-10T00:00:00+01:00,80.5, | has 3 fields where the header has 2"
            + " | Maybe the separator at the end of the line is too many.",
        "start;price | 2025-03-10T00:00:00+01:00;DE;80,5 | has 3 fields where the header has 2"
            + " | Maybe a separator is too many, or a field that holds one is not in quotation marks.",
        "start,zone,price | 2025-03-10T00:00:00+01:00,80.5 | has 2 fields where the header has 3"
            + " | Maybe a separator is missing.",
        "start;price | 2025-03-10T00:00:00+01:00,80.5 | has 1 field where the header has 2"
            + " | Maybe the line is a remark, or its fields are separated otherwise than the header's.",
      })
  void saysHowManyFieldsARowHasAndWhy(String header, String row, String counts, String maybe) {
    // One more row, so that the row before it is not where the file ends.
    String last = header.replaceAll("start", "2025-03-10T01:00:00+01:00").replace("price", "1");
    InputException problem = PriceTexts.error(header + "\n" + row + "\n" + last + "\n");
    assertThat(problem.sentence()).isEqualTo("prices.csv, line 2: " + counts);
    assertThat(problem.maybe()).isEqualTo(maybe);
  }

  @Test
  void saysThatAFileIsCutOff() {
    InputException problem = PriceTexts.error("start,price\n" + START + ",80.5\n2025-03-10T01");
    assertThat(problem.sentence())
        .isEqualTo("prices.csv, line 3: has 1 field where the header has 2");
    assertThat(problem.maybe()).isEqualTo("Maybe the file was cut off there.");
  }

  @Test
  void saysThatAQuotationMarkIsOpen() {
    assertThat(PriceTexts.error("start,price\n\"" + START + ",80.5\n").sentence())
        .startsWith("prices.csv: not CSV: ");
    assertThat(PriceTexts.error(" \n").sentence()).isEqualTo("prices.csv: is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252", "ISO-8859-15"})
  void readsTheUsualEncodings(String charset, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, GERMAN, Charset.forName(charset));
    Horizon horizon = new Horizon(OffsetDateTime.parse(START), 2, 60);
    assertThat(PriceFile.read(file, "EUR").over(horizon).toArray()).containsExactly(80.5, 75);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("prices.csv");
    Files.write(file, ("\uFEFFstart,price\n" + START + ",80.5\n").getBytes(StandardCharsets.UTF_8));
    assertThat(PriceFile.read(file, "EUR")).isNotNull();
    assertThat(PriceTexts.hours("\uFEFFstart,price\n" + START + ",80.5\n", START, 1))
        .containsExactly(80.5);
  }

  @Test
  void saysThatAFileIsNoText(@TempDir Path folder) throws Exception {
    Path packed = Files.write(folder.resolve("a.csv"), new byte[] {'P', 'K', 3, 4});
    assertThatThrownBy(() -> PriceFile.read(packed, "EUR"))
        .hasMessage(
            packed
                + ": is a spreadsheet or another packed file, not CSV\n"
                + "Maybe save or download it as CSV.");
    Path page = Files.writeString(folder.resolve("b.csv"), "\n<!DOCTYPE html>");
    assertThatThrownBy(() -> PriceFile.read(page, "EUR"))
        .hasMessageStartingWith(page + ": is XML or a web page, not CSV\nMaybe choose CSV");
  }
}
