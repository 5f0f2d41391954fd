package io.evenflow.benchmark;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import java.nio.file.Path;

/** A case by its built-in name or its file. */
final class Cases {
  private Cases() {}

  static Network read(String feederCase) {
    return BuiltInCases.exists(feederCase)
        ? BuiltInCases.read(feederCase)
        : MatpowerReader.read(Path.of(feederCase));
  }
}
