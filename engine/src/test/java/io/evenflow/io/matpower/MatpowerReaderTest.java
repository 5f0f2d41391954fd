package io.evenflow.io.matpower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.io.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatpowerReaderTest {
  /** Two buses, with line breaks where the tests change something. */
  private static final String TINY =
      """
      function mpc = tiny
      mpc.version = '2';
      mpc.baseMVA = 10;
      mpc.bus = [
        1 3 0   0   0 0   1 1 0 12.66 1 1   1;
        7 2 0.4 0.2 0.1 0.3 1 0.99 -2 12.66 1 1.1 0.9;
      ];
      mpc.gen = [
        1 0 0 10 -10 1 100 1 20 0;
        7 1 2 5 -5 1.02 100 1 3 0.5;
      ];
      mpc.branch = [
        1 7 0.01 0.02 0.001 0 0 0 0 0 1 -360 360;
        7 1 0.03 0.04 0 5 0 0 1.025 30 0 -360 360;
      ];
      mpc.gencost = [
        2 0 0 3 0.5 20 1 0;
        1 0 0 2 0 0 3 60;
      ];
      """;

  @Test
  void columnsBecomeFields() {
    Network network = MatpowerReader.read("tiny", TINY);

    assertThat(network.name()).isEqualTo("tiny");
    assertThat(network.baseMva()).isEqualTo(10);
    assertThat(network.warnings()).isEmpty();
    assertThat(network.buses().get(1))
        .isEqualTo(new Bus(7, BusType.GENERATOR, 0.4, 0.2, 0.1, 0.3, 0.99, -2, 12.66, 0.9, 1.1));
    assertThat(network.branches())
        .containsExactly(
            new Branch(1, 7, 0.01, 0.02, 0.001, Double.POSITIVE_INFINITY, 1, 0, true),
            new Branch(7, 1, 0.03, 0.04, 0, 5, 1.025, 30, false));
    assertThat(network.generators())
        .containsExactly(
            new Generator(
                1, 0, 0, -10, 10, 1, 0, 20, true, new GenerationCost.Polynomial(0.5, 20, 1)),
            new Generator(
                7,
                1,
                2,
                -5,
                5,
                1.02,
                0.5,
                3,
                true,
                new GenerationCost.PiecewiseLinear(
                    List.of(new GenerationCost.Point(0, 0), new GenerationCost.Point(3, 60)))));
  }

  @Test
  void theFunctionMayReturnAnotherName() {
    String text = TINY.replace("mpc", "s");

    assertThat(MatpowerReader.read("tiny", text)).isEqualTo(MatpowerReader.read("tiny", TINY));
  }

  @Test
  void withoutCostsGenerationIsFreeAndAWarningSaysSo() {
    Network network = MatpowerReader.read("tiny", TINY.substring(0, TINY.indexOf("mpc.gencost")));

    assertThat(network.generators()).extracting(Generator::cost).containsOnly(GenerationCost.ZERO);
    assertThat(network.warnings())
        .containsExactly("the file has no mpc.gencost: generation costs nothing");
  }

  @Test
  void whatIsNotModelledIsWarnedOf() {
    String text =
        TINY.replace("1 -360 360", "1 -30 30").replace("1 3 0.5", "1 0 -3")
            + "mpc.reserves.zones = [1 1];\nmpc.bus_name = {'a'; 'b'};\n";

    assertThat(MatpowerReader.read("tiny", text).warnings())
        .containsExactly(
            "generator at bus 7: a dispatchable load here has no fixed power factor",
            "branch 1-7: its limits on the angle difference are not modelled",
            "mpc.reserves.zones is not modelled");
    assertThat(MatpowerReader.read("tiny", TINY.replace("7 2 0.4", "7 4 0.4")).warnings())
        .containsExactly("branch 1-7: left out, since one of its buses is isolated (type 4)");
  }

  @Test
  void reactiveCostsOfZeroAreAllowed() {
    String text = TINY.replace("3 60;", "3 60;\n 2 0 0 2 0 0 0 0;\n 1 0 0 2 0 0 3 0;");

    assertThat(MatpowerReader.read("tiny", text)).isEqualTo(MatpowerReader.read("tiny", TINY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          '2'; | '1'; | tiny, line 2: the case format's version is 1; only version 2 can be read
          mpc.version | mpc.v | tiny: mpc.version is missing
          mpc.baseMVA | mpc.base | tiny: mpc.baseMVA is missing
          mpc.branch | mpc.lines | tiny: mpc.branch is missing
          mpc = tiny | [baseMVA, bus] = tiny | tiny, line 1: the function returns several tables
          = 10; | = 0; | tiny: case 'tiny': base power (MVA) 0 must be above 0
          = 10; | = 'ten'; | tiny, line 3: found the string 'ten' where numbers are needed
          = 10; | = [1 2]; | tiny, line 3: found a matrix of 1 × 2 where a single number is
          7 2 0.4 | 7 5 0.4 | tiny: bus 7: type 5.0 is none of 1, 2, 3 and 4
          7 2 0.4 | 7.5 2 0.4 | tiny: mpc.bus row 2: bus number 7.5 is not a whole number from 1
          7 2 0.4 | 7 2 NaN | tiny: bus 7: active load (MW) NaN must be a finite number
          1.1 0.9; | 0.9 1.1; | tiny: bus 7: minimum voltage (p.u.) 1.1 must not be above maximum
          5 -5 1.02 | -5 5 1.02 | tiny: generator at bus 7: minimum reactive power (Mvar) 5 must
          1 7 0.01 | 1 1 0.01 | tiny: branch 1-1 joins a bus to itself
          0.001 0 0 | 0.001 -4 0 | tiny: branch 1-7: rating (MVA) -4 must be above 0
          2 0 0 3 0.5 | 2 0 0 4 0.5 | tiny: generator 1 at bus 1: polynomial cost of degree 3; 2 is
          2 0 0 3 0.5 | 2 0 0 5 0.5 | tiny: generator 1 at bus 1: cost count 5.0 does not fit the 4
          2 0 0 3 0.5 | 3 0 0 3 0.5 | tiny: generator 1 at bus 1: cost model 3.0 is neither 1
          2 0 0 3 0.5 | 2 0 0 3 -0.5 | tiny: generator 1 at bus 1: polynomial cost: quadratic
          2 0 0 3 0.5 20 1 0; | | tiny: mpc.gencost has 1 rows for 2 generators; it must have one
          mpc.gencost = [ | mpc.dcline = [1 7 1]; mpc.gencost = [ | tiny: mpc.dcline has a DC line
          """)
  void errorsNameFileObjectFieldValueAndBound(String part, String instead, String sentence) {
    String text = TINY.replace(part, instead == null ? "" : instead);

    assertThatThrownBy(() -> MatpowerReader.read("tiny", text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(sentence)
        .hasMessageContaining("\nMaybe ");
  }

  @Test
  void reactiveCostsAreRefused() {
    String text = TINY.replace("3 60;", "3 60;\n 2 0 0 2 0 0 0 0;\n 2 0 0 2 4 0 0 0;");

    assertThatThrownBy(() -> MatpowerReader.read("tiny", text))
        .hasMessageStartingWith(
            "tiny: generator 2 at bus 7: reactive power costs 4.0, and only active power can");
  }

  @Test
  void concaveCostsAreRefused() {
    String text = TINY.replace("1 0 0 2 0 0 3 60", "1 0 0 3 0 0 1 40 3 60");
    String padded = text.replace("20 1 0;", "20 1 0 0 0;");

    assertThatThrownBy(() -> MatpowerReader.read("tiny", padded))
        .hasMessageStartingWith(
            "tiny: generator 2 at bus 7: piecewise linear cost: slope 10.0 after 1.0 MW must not");
  }

  @Test
  void readsFilesAndNamesThoseThatAreNotThere(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("mine.m"), TINY);

    assertThat(MatpowerReader.read(file).name()).isEqualTo("mine");
    assertThatThrownBy(() -> MatpowerReader.read(folder.resolve("other.m")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("other.m: there is no such file\nMaybe ");
    assertThatThrownBy(() -> MatpowerReader.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(": cannot be read (");
  }
}
