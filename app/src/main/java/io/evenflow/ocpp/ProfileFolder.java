package io.evenflow.ocpp;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenflow.io.CsvTable;
import io.evenflow.io.InputException;
import io.evenflow.io.TextFile;
import io.evenflow.io.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A folder of profiles: a JSON file for each stay, and {@code profiles.csv}, which says what is
 * there and is written last. <b>Files count only beside a profiles.csv that names them.</b> What an
 * older one names and the new one does not is deleted: nobody shall take it for this plan's.
 */
public final class ProfileFolder {
  /** Which file is of which stay, transaction and EVSE. */
  public static final String INDEX = "profiles.csv";

  /** What holds where no profile does; a folder, so that no stay's file can have its name. */
  public static final String FALLBACK = "fallback/TxDefaultProfile.json";

  private static final Pattern OWN = Pattern.compile("[\\w%~-][\\w%~.-]*\\.json");

  private ProfileFolder() {}

  /**
   * Writes the files of an export in place of those of an older one.
   *
   * @param fallback the profile for when none of the others holds, null for none
   * @throws IOException where they could not be written; then there is no profiles.csv
   */
  public static void write(
      Path folder, List<ChargingProfile> profiles, @Nullable ObjectNode fallback)
      throws IOException {
    Files.createDirectories(folder);
    Path index = folder.resolve(INDEX);
    Set<String> old = named(index);
    Files.deleteIfExists(index);
    for (ChargingProfile profile : profiles) {
      old.remove(file(profile));
      WholeFile.write(folder.resolve(file(profile)), text(profile.request()));
    }
    for (String stale : old) {
      Files.deleteIfExists(folder.resolve(stale));
    }
    Path fallbackFile = folder.resolve(FALLBACK);
    if (fallback == null) {
      Files.deleteIfExists(fallbackFile);
    } else {
      WholeFile.write(fallbackFile, text(fallback));
    }
    WholeFile.write(index, table(profiles));
  }

  private static String file(ChargingProfile profile) {
    return profile.name() + ".json";
  }

  private static String text(ObjectNode request) {
    return request.toPrettyString() + "\n";
  }

  /** Only names that this class could have given. */
  private static Set<String> named(Path index) {
    Set<String> files = new HashSet<>();
    if (Files.isRegularFile(index)) {
      try {
        CsvTable table = CsvTable.parse(index.toString(), TextFile.read(index));
        table.rows().stream()
            .map(row -> row.at(0))
            .filter(name -> OWN.matcher(name).matches())
            .forEach(files::add);
      } catch (InputException foreign) {
        return files;
      }
    }
    return files;
  }

  private static String table(List<ChargingProfile> profiles) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("file", "id", "stay", "station", "evse", "transactionId");
      for (ChargingProfile profile : profiles) {
        PlannedStay stay = profile.stay();
        csv.writeRecord(
            file(profile),
            stay.id(),
            stay.number() == 0 ? "" : Integer.toString(stay.number()),
            stay.station(),
            Integer.toString(profile.transaction().evse()),
            profile.transaction().id());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }
}
