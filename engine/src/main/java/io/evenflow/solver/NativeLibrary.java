package io.evenflow.solver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A solver's shared library with a C interface, out of OR-Tools' jars of native libraries. It is
 * unpacked once per process into its {@link LibraryFolder}; none of OR-Tools' own code is loaded.
 */
@SuppressWarnings({"restricted", "ImmutableEnumChecker"}) // loads once, under a lock
enum NativeLibrary {
  HIGHS(List.of("libhighs.so.1"), List.of("libhighs.1.dylib"), List.of("highs.dll")),
  SCIP(
      List.of("libz.so.1", "libscip.so.10.0"),
      List.of("libz.1.dylib", "libscip.10.0.dylib"),
      List.of("zlib1.dll", "libscip.dll"));

  // in the order of loading: what a library needs comes before it
  private final List<String> linux;
  private final List<String> darwin;
  private final List<String> windows;
  private @Nullable SymbolLookup symbols;

  NativeLibrary(List<String> linux, List<String> darwin, List<String> windows) {
    this.linux = linux;
    this.darwin = darwin;
    this.windows = windows;
  }

  /**
   * The library's functions.
   *
   * @throws IllegalStateException if there is no such library for this platform
   */
  synchronized SymbolLookup symbols() {
    SymbolLookup loaded = symbols;
    if (loaded == null) {
      loaded = load(System.getProperty("os.name"), System.getProperty("os.arch"));
      symbols = loaded;
    }
    return loaded;
  }

  private SymbolLookup load(String osName, String osArch) {
    String system = system(osName);
    String folder = "/ortools-" + system + "-" + architecture(osArch) + "/";
    try {
      Path directory = LibraryFolder.path();
      SymbolLookup last = SymbolLookup.loaderLookup();
      for (String file : files(system)) {
        last = SymbolLookup.libraryLookup(unpack(folder + file, directory), Arena.global());
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(name() + " cannot be unpacked", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(unavailable(folder), e);
    }
  }

  private Path unpack(String resource, Path directory) throws IOException {
    Path target = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(unavailable(resource));
      }
      Files.copy(in, target);
    }
    target.toFile().deleteOnExit();
    return target;
  }

  private String unavailable(String resource) {
    return "%s is not available on %s %s: %s cannot be loaded from OR-Tools' jars"
        .formatted(name(), System.getProperty("os.name"), System.getProperty("os.arch"), resource);
  }

  private List<String> files(String system) {
    return switch (system) {
      case "win32" -> windows;
      case "darwin" -> darwin;
      default -> linux;
    };
  }

  private static String system(String osName) {
    String lower = osName.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return "win32";
    }
    return lower.startsWith("mac") ? "darwin" : lower;
  }

  private static String architecture(String osArch) {
    return osArch.equals("amd64") || osArch.equals("x86_64") ? "x86-64" : osArch;
  }
}
