import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ({@code check}) or rewrites ({@code write}) the format of all Java files below folders.
 */
public final class Format {
  private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.GOOGLE;

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path file : javaFiles(List.of(args).subList(1, args.length))) {
      String source = Files.readString(file);
      String sorted =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), STYLE);
      String formatted = formatter.formatSource(sorted);
      if (formatted.equals(source)) {
        continue;
      }
      if (write) {
        Files.writeString(file, formatted);
      }
      unformatted.add(file);
    }
    unformatted.forEach(
        file -> System.out.println((write ? "formatted " : "not formatted: ") + file));
    if (!write && !unformatted.isEmpty()) {
      System.out.println("Maybe run: mvn -q -N process-sources -Dformat=write");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles(List<String> folders) throws Exception {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (var walk = Files.walk(Path.of(folder))) {
        walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
