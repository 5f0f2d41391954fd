package io.evenflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process ever held, native memory of the solvers included. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  /** Unit: MB. NaN where the system does not say. */
  static double peakMb() {
    if (!Files.exists(STATUS)) {
      return Double.NaN;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
      return Double.NaN;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
