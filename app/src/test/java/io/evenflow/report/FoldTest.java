package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final String WORDS = "of words that go on for quite a while until they are done";

  @Test
  void textAfterALabelGoesOnBelowIt() {
    assertThat(Fold.lines(List.of("Status    a sentence " + WORDS + ", as sentences do", "short")))
        .containsExactly(
            "Status    a sentence of words that go on for quite a while until they are done,",
            "          as sentences do",
            "short");
    String second = " ".repeat(10) + "a second line " + WORDS;
    assertThat(Fold.lines(List.of(second)).getLast()).isEqualTo("          done");
  }

  @Test
  void otherTextGoesOnALittleToTheRight() {
    assertThat(Fold.lines(List.of("  an indented sentence " + WORDS + ", as they do")))
        .containsExactly(
            "  an indented sentence of words that go on for quite a while until they are",
            "    done, as they do");
  }

  @Test
  void aWordWiderThanALineIsCut() {
    assertThat(Fold.lines(List.of("x".repeat(100) + ": feeder")))
        .containsExactly("x".repeat(80), "  " + "x".repeat(20) + ": feeder");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(TextWidth.of("充電 é e\u0301")).isEqualTo(8);
    assertThat(TextWidth.shortened("充電スタンド", 7)).isEqualTo("充電ス…");
    assertThat(new Table().row("充電", "1").row("ev1", "2").lines())
        .containsExactly("充電  1", "ev1   2");
  }
}
