package io.evenflow.service.http;

import io.evenflow.io.InputException;
import io.evenflow.io.PriceColumnNames;
import io.evenflow.io.PriceMapping;
import io.evenflow.io.exchange.Belongings;
import io.evenflow.io.exchange.ChargerPower;
import io.evenflow.io.exchange.FeederSource;
import io.evenflow.io.exchange.ImportFlags;
import io.evenflow.io.exchange.ImportedDay;
import io.evenflow.io.exchange.PriceOptions;
import io.evenflow.io.exchange.ProfileOptions;
import io.evenflow.io.exchange.SessionMapping;
import io.evenflow.io.exchange.SessionOptions;
import io.evenflow.io.exchange.TableSources;
import io.evenflow.io.exchange.TableText;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.service.problem.MalformedForm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code evenflow scenario import} as files and fields of a form: each has the name
 * of its flag, and what is wrong is said in the same sentences.
 */
final class ImportForm {
  private static final String FEEDER = "feeder";
  private static final String COLUMN = "column";
  private static final List<String> FILES =
      List.of(FEEDER, "sessions", "prices", "loads", "solar", "stations");
  private static final List<String> FIELDS =
      List.of(
          FEEDER,
          COLUMN,
          "energy-unit",
          "power-unit",
          "battery",
          "efficiency",
          "power",
          "counted",
          "price",
          "prices-column",
          "prices-start",
          "prices-zone",
          "loads-column",
          "loads-unit",
          "solar-column",
          "solar-unit",
          "solar-at",
          "solar-kw",
          "buses",
          "date",
          "days",
          "step",
          "zone",
          "currency",
          "substation-cost");

  private static final int MOST_NAME_CHARACTERS = 80;

  /**
   * A file that was sent.
   *
   * @param name without the folders it was in
   */
  private record Sent(String name, byte[] bytes) {}

  private final Map<String, Sent> files = new HashMap<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> columns = new LinkedHashMap<>();

  /**
   * Adds a part.
   *
   * @param file the file's name, null for a field
   */
  void add(String name, @Nullable String file, byte[] bytes) {
    if (!(file == null ? FIELDS : FILES).contains(name)) {
      if (file == null && FILES.contains(name)) {
        throw new MalformedForm(
            "field '" + name + "' must be a file",
            "Maybe send it as one: -F " + name + "=@" + name + ".csv.");
      }
      throw new MalformedForm(
          (file == null ? "field '" : "file '") + name + "' is not known here",
          "Maybe one of these is meant: " + String.join(", ", file == null ? FIELDS : FILES) + ".");
    }
    if (file != null) {
      // Browsers send a part without bytes for a file that was not chosen.
      if (bytes.length > 0 || !file.isEmpty()) {
        requireOnce(name, files.put(name, new Sent(bare(file), bytes)));
      }
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (name.equals(COLUMN) && !text.isEmpty()) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new InputException(
            "--column ('" + text + "') must be FIELD=NAME",
            "Maybe arrival=connectionTime is meant.");
      }
      columns.put(text.substring(0, equals), text.substring(equals + 1));
    } else if (!text.isEmpty()) {
      requireOnce(name, fields.put(name, text));
    }
  }

  private static void requireOnce(String name, @Nullable Object before) {
    if (before != null) {
      throw new MalformedForm(
          "'" + name + "' comes twice", "Maybe one of the two is left from before.");
    }
  }

  private static String bare(String file) {
    String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
    String line = name.replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, Math.min(line.length(), MOST_NAME_CHARACTERS));
  }

  /** The columns of its one table of sessions or prices. */
  TableColumns columns() {
    TableText sessions = table("sessions");
    TableText prices = table("prices");
    if (sessions != null && prices != null) {
      throw new InputException(
          "--sessions and --prices are both given",
          "Maybe ask for the columns of one after the other.");
    }
    if (sessions == null && prices == null) {
      throw new InputException("--sessions is missing", "Maybe no file was chosen.");
    }
    requireOnlyTables();
    if (prices != null) {
      return TableColumns.of(PriceMapping.of(prices.file(), prices.csv()));
    }
    return TableColumns.of(SessionMapping.of(Objects.requireNonNull(sessions)));
  }

  /** Anything else would be left out. */
  private void requireOnlyTables() {
    Set<String> fieldNames = new TreeSet<>(fields.keySet());
    if (!columns.isEmpty()) {
      fieldNames.add(COLUMN);
    }
    Set<String> others = new TreeSet<>(files.keySet());
    others.removeAll(List.of("sessions", "prices"));
    if (!fieldNames.isEmpty()) {
      throw nothingHere("field", fieldNames.iterator().next());
    }
    if (!others.isEmpty()) {
      throw nothingHere("file", others.iterator().next());
    }
  }

  private static MalformedForm nothingHere(String kind, String name) {
    return new MalformedForm(
        kind + " '" + name + "' says nothing here",
        "Maybe it is meant for /api/v1/scenario/import.");
  }

  /** The flags that were given. */
  private Set<String> told() {
    Set<String> told = new TreeSet<>();
    files.keySet().forEach(name -> told.add("--" + name));
    fields.keySet().forEach(name -> told.add("--" + name));
    if (!columns.isEmpty()) {
      told.add("--" + COLUMN);
    }
    return told;
  }

  /** Everything, as the command line has it. */
  TableSources sources() {
    double efficiency = ImportFlags.efficiency(told("efficiency", ImportFlags::number, 1.0));
    TableSources sources =
        new TableSources(
            feeder(),
            table("sessions"),
            new SessionOptions(
                ImportFlags.columns(columns),
                fields.get("energy-unit"),
                fields.get("power-unit"),
                told("battery", ImportFlags::number),
                efficiency,
                told("counted", ImportFlags::wholeNumber)),
            priceOptions(),
            told("price", ImportFlags::number),
            profile("loads"),
            profile("solar"),
            table("stations"),
            buses(),
            new ChargerPower(told("power", (flag, text) -> ImportFlags.power(text)), efficiency),
            new ImportedDay(
                told("date", ImportFlags::date),
                told("days", ImportFlags::wholeNumber, 1),
                told("step", ImportFlags::wholeNumber, 15),
                told("zone", ImportFlags::zone)),
            fields.getOrDefault("currency", "EUR"),
            told("substation-cost", ImportFlags::number));
    Belongings.requireOfTables(told());
    return sources;
  }

  private FeederSource feeder() {
    Sent sent = files.get(FEEDER);
    if (sent != null) {
      String name = sent.name().replaceFirst("\\.m$", "");
      String text = new String(sent.bytes(), StandardCharsets.UTF_8);
      // The scenario must not pass for one on the case that comes with the program.
      String free = BuiltInCases.exists(name) ? "my-" + name : name;
      return new FeederSource(free, MatpowerReader.read(free, text));
    }
    String name = fields.get(FEEDER);
    if (name == null) {
      throw new InputException("--feeder is missing", "Maybe a built-in case: --feeder case33bw.");
    }
    return new FeederSource(name, BuiltInCases.read(name));
  }

  private @Nullable TableText table(String name) {
    Sent sent = files.get(name);
    return sent == null ? null : TableText.of(sent.name(), sent.bytes());
  }

  private @Nullable PriceOptions priceOptions() {
    TableText table = table("prices");
    return table == null
        ? null
        : new PriceOptions(
            table,
            new PriceColumnNames(fields.get("prices-start"), fields.get("prices-column")),
            told("prices-zone", ImportFlags::zone));
  }

  private @Nullable ProfileOptions profile(String name) {
    TableText table = table(name);
    return table == null
        ? null
        : new ProfileOptions(
            table,
            fields.get(name + "-column"),
            fields.get(name + "-unit"),
            fields.get(name + "-at"),
            told(name + "-kw", ImportFlags::number));
  }

  private List<Integer> buses() {
    String text = fields.get("buses");
    if (text != null && text.replace(",", "").isBlank()) {
      throw new InputException("--buses ('" + text + "') names no bus", "Maybe --buses 6,18.");
    }
    return text == null
        ? List.of()
        : Arrays.stream(text.split(","))
            .map(bus -> ImportFlags.wholeNumber("--buses", bus.strip()))
            .toList();
  }

  private <T> @Nullable T told(String name, BiFunction<String, String, T> parse) {
    String text = fields.get(name);
    return text == null ? null : parse.apply("--" + name, text);
  }

  private <T> T told(String name, BiFunction<String, String, T> parse, T absent) {
    T told = told(name, parse);
    return told == null ? absent : told;
  }
}
