package io.evenflow.io.matpower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.SharedFolder;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import io.evenflow.io.InputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCasesTest {
  /** Those of the literature. */
  static Stream<String> names() {
    return BuiltInCases.names().stream().filter(name -> !name.equals("two-bus"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          two-bus,    2, 0
          case18,    18, 11.6
          case33bw,  33, 3.715
          case69,    69, 3.8021
          case141,  141, 11.944625
          """)
  void isAFeederOfKnownLoad(String name, int buses, double loadMw) {
    Feeder feeder = Feeder.of(BuiltInCases.read(name));

    assertThat(feeder.busCount()).isEqualTo(buses);
    assertThat(feeder.buses().stream().mapToDouble(Bus::activeLoadMw).sum())
        .isCloseTo(loadMw, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasTheReferenceCasesFigures(String name) {
    Network ours = BuiltInCases.read(name);
    Network reference = MatpowerReader.read(SharedFolder.path("cases/" + name + ".m"));

    assertThat(ours).isEqualTo(reference);
  }

  @Test
  void unknownNameListsTheKnownOnes() {
    assertThatThrownBy(() -> BuiltInCases.read("case34"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            there is no built-in case 'case34'; there are two-bus, case18, case33bw, case69, case141
            Maybe a typing error, or a path that should end in .m.\
            """);
  }
}
