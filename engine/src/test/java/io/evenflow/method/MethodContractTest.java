package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method promises, on the small built-in day (four vehicles on the 18-bus feeder). */
class MethodContractTest {
  private static final Watcher IMPATIENT =
      new Watcher() {
        @Override
        public void progress(Progress progress) {}

        @Override
        public boolean stopRequested() {
          return true;
        }
      };

  static List<Method> methods() {
    return Methods.names().stream().map(Methods::named).map(Objects::requireNonNull).toList();
  }

  static List<Method> optimisers() {
    return methods().stream().filter(method -> !method.name().equals("uncontrolled")).toList();
  }

  private static Result run(Method method, Scenario scenario) {
    return method.coordinate(scenario, Settings.defaults().withTimeLimitSeconds(120), Watcher.NONE);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aScheduleHoldsOnTheGridAndNoBoundIsAboveIt(Method method) {
    Result result = run(method, BuiltInDays.read("case18-small"));
    double objective = Objects.requireNonNull(result.objective());
    assertThat(result.status().hasSchedule()).isTrue();
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    assertThat(result.verification().cost().total())
        .isCloseTo(objective, org.assertj.core.data.Percentage.withPercentage(1e-5));
    Double bound = result.bound();
    assertThat(bound == null || bound <= objective).isTrue();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void answersTwiceTheSame(Method method) {
    Scenario day = BuiltInDays.read("case18-small");
    assertThat(run(method, day).objective()).isEqualTo(run(method, day).objective());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void anEmptyFleetIsAPlainOptimalPowerFlow(Method method) {
    Result result = run(method, BuiltInDays.read("case18-small").withSessions(List.of()));
    assertThat(result.status().hasSchedule()).isTrue();
    double alone = Objects.requireNonNull(result.withoutVehicles());
    assertThat(Objects.requireNonNull(result.objective()))
        .isCloseTo(alone, org.assertj.core.data.Percentage.withPercentage(1e-5));
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void namesTheVehicleWhoseHardTargetIsOutOfReach(Method method) {
    Charger slow = new Charger(new PowerRange(0, 10), 0.9, null, 1);
    String station = BuiltInDays.read("case18-small").stations().get(0).id();
    Session hopeless = new Session("late", station, 22, 24, 100, 0, 20, 90, null, slow);
    Result result = run(method, BuiltInDays.read("case18-small").withSessions(List.of(hopeless)));
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.dispatchIsBestEffort()).isTrue();
    // two hours at 10 kW and 0.9 are what the vehicle can get
    assertThat(Objects.requireNonNull(result.dispatch()).chargeKw()[0][23])
        .isCloseTo(10, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(result.notes()).anyMatch(note -> note.contains("'late'") && note.contains("kWh"));
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void stopsWhenAskedToWithAnHonestStatus(Method method) {
    Result result =
        method.coordinate(BuiltInDays.read("case69-day"), Settings.defaults(), IMPATIENT);
    assertThat(result.status()).isIn(Status.TIME_LIMIT, Status.FEASIBLE, Status.OPTIMAL);
    assertThat(result.dispatch() != null).isEqualTo(result.status().hasSchedule());
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void aHugeBatteryIsOnlyANumber(Method method) {
    Scenario day = BuiltInDays.read("case18-small");
    Session first = day.sessions().get(0);
    Session huge =
        new Session(
            "huge",
            first.station(),
            first.arrival(),
            first.departure(),
            1e9,
            0,
            first.arrivalEnergyKwh(),
            first.arrivalEnergyKwh() + 30,
            10.0,
            first.charger());
    Result result = run(method, day.withSessions(List.of(huge)));
    assertThat(result.status().hasSchedule()).isTrue();
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    assertThat(IntStream.range(0, 24).mapToDouble(t -> charge(result, t)).sum()).isPositive();
  }

  /** Each wants 20 kWh more than it brings at any time, the least first of all. */
  private static Scenario lowOnArrival(Scenario day) {
    return day.withSessions(
        day.sessions().stream()
            .map(
                session ->
                    new Session(
                        session.id(),
                        session.station(),
                        session.arrival(),
                        session.departure(),
                        session.batteryKwh(),
                        session.arrivalEnergyKwh() + 20,
                        session.arrivalEnergyKwh(),
                        session.targetEnergyKwh(),
                        session.shortfallCostPerKwh(),
                        session.charger()))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void vehiclesAreBroughtUpToTheirLeastEnergyFirst(Method method) {
    Scenario day = lowOnArrival(BuiltInDays.read("case18-small"));
    Result result = run(method, day);
    assertThat(result.status().hasSchedule()).isTrue();
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    for (int s = 0; s < day.sessions().size(); s++) {
      double first =
          Objects.requireNonNull(result.dispatch()).chargeKw()[s][day.sessions().get(s).arrival()];
      assertThat(first).isGreaterThan(20);
    }
  }

  /** In one hour the load is more than the feeder can carry at any voltage. */
  @ParameterizedTest
  @MethodSource("methods")
  void aLoadNoFeederCarriesIsAnAnswerAndNoCrash(Method method) {
    Scenario day = BuiltInDays.read("case18-small");
    double[] scale = new double[24];
    Arrays.fill(scale, 1);
    scale[1] = 50;
    Scenario heavy =
        new Scenario(
            day.name(),
            day.currency(),
            day.feederCase(),
            day.network(),
            day.horizon(),
            day.prices(),
            new Loads(scale, List.of()),
            day.branchScaling(),
            day.limits(),
            day.substationCostPerMwh(),
            day.stations(),
            day.sessions());
    Result result = run(method, heavy);
    boolean holds = result.verification() != null && result.verification().violations().isEmpty();
    assertThat(result.status() == Status.OPTIMAL && holds).isFalse();
    assertThat(result.withoutVehicles()).isNull();
  }

  private static double charge(Result result, int period) {
    return Objects.requireNonNull(result.dispatch()).chargeKw()[0][period];
  }

  /** However early it is stopped, certified has a schedule where no target is hard. */
  @org.junit.jupiter.api.Test
  void certifiedAlwaysHasASchedule() {
    Scenario day = BuiltInDays.read("case69-day");
    for (Scenario each : List.of(day, lowOnArrival(day))) {
      Result result = new Certified().coordinate(each, Settings.defaults(), IMPATIENT);
      assertThat(result.status().hasSchedule()).isTrue();
      assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    }
  }
}
