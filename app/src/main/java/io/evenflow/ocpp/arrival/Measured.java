package io.evenflow.ocpp.arrival;

import io.evenflow.io.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meter said last, of 1.6, 2.0.1 or 2.1; null where it said nothing.
 *
 * @param importKwh register of energy drawn. Unit: kWh
 * @param exportKwh register of energy fed in. Unit: kWh
 * @param netKw power drawn less power fed in. Unit: kW
 * @param stateOfCharge 0 to 1
 */
public record Measured(
    @Nullable Double importKwh,
    @Nullable Double exportKwh,
    @Nullable Double netKw,
    @Nullable Double stateOfCharge) {
  public static final Measured NOTHING = new Measured(null, null, null, null);

  /** Reads the list meterValue of a message; later values come later. */
  static Measured of(JsonObject message) {
    Measured last = NOTHING;
    for (JsonObject value : message.objectsOrNone("meterValue")) {
      List<Sample> samples = value.objects("sampledValue").stream().map(Sample::of).toList();
      last = last.then(of(samples));
    }
    return last;
  }

  private static Measured of(List<Sample> samples) {
    Double in = total(samples, "Power.Active.Import");
    Double out = total(samples, "Power.Active.Export");
    Double net = in == null && out == null ? null : (Double) (or0(in) - or0(out));
    Double percent = total(samples, "SoC");
    return new Measured(
        total(samples, "Energy.Active.Import.Register"),
        total(samples, "Energy.Active.Export.Register"),
        net,
        percent == null ? null : (Double) (percent / 100));
  }

  private static double or0(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  /** Of all phases: the sample of none of them, else the sum. */
  private static @Nullable Double total(List<Sample> samples, String measurand) {
    List<Sample> wanted =
        samples.stream().filter(sample -> sample.measurand().equals(measurand)).toList();
    for (Sample sample : wanted) {
      if (sample.phase().isEmpty()) {
        return sample.value();
      }
    }
    List<Sample> phases =
        wanted.stream().filter(sample -> sample.phase().matches("L[123](-N)?")).toList();
    return phases.isEmpty() ? null : (Double) phases.stream().mapToDouble(Sample::value).sum();
  }

  /** The same, with what later values say. */
  public Measured then(Measured later) {
    return new Measured(
        later.importKwh == null ? importKwh : later.importKwh,
        later.exportKwh == null ? exportKwh : later.exportKwh,
        later.netKw == null ? netKw : later.netKw,
        later.stateOfCharge == null ? stateOfCharge : later.stateOfCharge);
  }
}
