package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.method.Watcher.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  private ProgressLine line(boolean interactive, boolean stopping) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new ProgressLine(
        new Streams(nowhere, new PrintWriter(err), interactive), () -> stopping);
  }

  @Test
  void saysWhatIsKnownOfAStep() {
    try (ProgressLine line = line(false, false)) {
      assertThat(line.line(new Progress("stage 1", 3, 1772.5, null, 18), 4.2))
          .isEqualTo("stage 1 · 3 · cost 1,772.50 · 18 fractional · 4 s");
      assertThat(line.line(new Progress("direct", 0, null, 1771.0, null), 60))
          .isEqualTo("direct · no schedule that keeps all limits yet · bound 1,771.00 · 60 s");
      assertThat(line.line(new Progress("direct", 0, null, Double.NEGATIVE_INFINITY, null), 60))
          .isEqualTo("direct · no schedule that keeps all limits yet · 60 s");
    }
  }

  /** Half of 1,771.00 would be read as another bound. */
  @Test
  void whatDoesNotFitIsLeftOutAsAWhole() {
    try (ProgressLine line = line(false, true)) {
      assertThat(line.line(new Progress("neighbourhoods", 12, null, 1771.0, 3), 60))
          .isEqualTo(
              "neighbourhoods · 12 · no schedule that keeps all limits yet · 60 s · stopping");
      assertThat(line.line(new Progress("neighbourhoods", 12, 1772.5, 1771.0, 3), 60))
          .isEqualTo("neighbourhoods · 12 · cost 1,772.50 · bound 1,771.00 · 60 s · stopping");
    }
  }

  @Test
  void aLineFitsATerminalAndKeepsItsEnd() {
    try (ProgressLine line = line(false, true)) {
      Progress step = new Progress("word ".repeat(30), 12, 1.0, 1.0, 1);
      assertThat(line.line(step, 7)).hasSize(78).endsWith(" · 7 s · stopping");
    }
  }

  @Test
  void isSilentWhereNobodyWatches() {
    try (ProgressLine line = line(false, false)) {
      line.progress(new Progress("direct", 0, null, null, null));
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void removesItselfFromATerminal() {
    try (ProgressLine line = line(true, false)) {
      line.progress(new Progress("direct", 0, null, null, null));
    }
    assertThat(err.toString()).endsWith("\r\033[K");
  }
}
