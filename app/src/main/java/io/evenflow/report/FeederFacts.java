package io.evenflow.report;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import java.util.List;

/**
 * What a case file holds, counted as a person checks an import; what is out of service is left out.
 *
 * @param name the case's name
 * @param baseMva system base power. Unit: MVA
 * @param buses buses that are not isolated
 * @param isolatedBuses buses that are
 * @param branches branches that are closed
 * @param openBranches branches that are open
 * @param generators generators that are on, the substation's among them
 * @param totalLoadMw sum of Pd. Unit: MW
 * @param totalLoadMvar sum of Qd. Unit: Mvar
 * @param shunts buses with a shunt
 * @param shuntMw sum of Gs, consumed at 1 p.u. Unit: MW
 * @param shuntMvar sum of Bs, injected at 1 p.u. Unit: Mvar
 * @param taps closed branches with an off-nominal tap ratio
 * @param phaseShifts closed branches with a phase shift
 * @param chargedBranches closed branches with line charging
 * @param ratedBranches closed branches with a rating
 * @param leastVoltageMinPu lowest of the lower voltage limits. Unit: p.u.
 * @param greatestVoltageMaxPu highest of the upper voltage limits. Unit: p.u.
 * @param baseKv base voltages, rising. Unit: kV
 * @param warnings what the reader says of the file
 */
public record FeederFacts(
    String name,
    double baseMva,
    int buses,
    int isolatedBuses,
    int branches,
    int openBranches,
    int generators,
    double totalLoadMw,
    double totalLoadMvar,
    int shunts,
    double shuntMw,
    double shuntMvar,
    int taps,
    int phaseShifts,
    int chargedBranches,
    int ratedBranches,
    double leastVoltageMinPu,
    double greatestVoltageMaxPu,
    List<Double> baseKv,
    List<String> warnings) {
  /** More base voltages than that are told by the lowest and the highest. */
  private static final int LEVELS = 3;

  /** Counts a network, whatever its shape. */
  public static FeederFacts of(Network network) {
    List<Bus> buses =
        network.buses().stream().filter(bus -> bus.type() != BusType.ISOLATED).toList();
    List<Branch> branches = network.branches().stream().filter(Branch::inService).toList();
    return new FeederFacts(
        network.name(),
        network.baseMva(),
        buses.size(),
        network.buses().size() - buses.size(),
        branches.size(),
        network.branches().size() - branches.size(),
        (int) network.generators().stream().filter(Generator::inService).count(),
        buses.stream().mapToDouble(Bus::activeLoadMw).sum(),
        buses.stream().mapToDouble(Bus::reactiveLoadMvar).sum(),
        (int) buses.stream().filter(FeederFacts::hasShunt).count(),
        buses.stream().mapToDouble(Bus::shuntConductanceMw).sum(),
        buses.stream().mapToDouble(Bus::shuntSusceptanceMvar).sum(),
        (int) branches.stream().filter(branch -> branch.tapRatio() != 1).count(),
        (int) branches.stream().filter(branch -> branch.shiftDegrees() != 0).count(),
        (int) branches.stream().filter(branch -> branch.chargingPu() != 0).count(),
        (int) branches.stream().filter(branch -> Double.isFinite(branch.ratingMva())).count(),
        buses.stream().mapToDouble(Bus::voltageMinPu).min().orElse(Double.NaN),
        buses.stream().mapToDouble(Bus::voltageMaxPu).max().orElse(Double.NaN),
        buses.stream().map(Bus::baseKv).distinct().sorted().toList(),
        network.warnings());
  }

  private static boolean hasShunt(Bus bus) {
    return bus.shuntConductanceMw() != 0 || bus.shuntSusceptanceMvar() != 0;
  }

  /** Lines of text. */
  public List<String> lines() {
    Table table =
        new Table()
            .row("buses", count(buses), aside(isolatedBuses, "isolated"))
            .row("branches", count(branches), aside(openBranches, "open"))
            .row("generators", count(generators), "the substation's among them")
            .row("load", Figures.decimals(totalLoadMw, 4) + " MW", reactive(totalLoadMvar))
            .row("shunts", count(shunts), shunts == 0 ? "" : reactive(shuntMvar))
            .row("taps", count(taps), aside(phaseShifts, "phase shifts"))
            .row("with line charging", count(chargedBranches), "")
            .row("with a rating", count(ratedBranches), "")
            .row("voltage limits", voltages(), "")
            .row("base", Figures.decimals(baseMva, 2) + " MVA", kilovolts());
    return table.lines();
  }

  private static String count(int number) {
    return Figures.decimals(number, 0);
  }

  private static String aside(int number, String what) {
    return number == 0 ? "" : number + " " + what;
  }

  private static String reactive(double mvar) {
    return Figures.decimals(mvar, 4) + " Mvar";
  }

  private String voltages() {
    return "%s … %s p.u."
        .formatted(
            Figures.decimals(leastVoltageMinPu, 3), Figures.decimals(greatestVoltageMaxPu, 3));
  }

  private String kilovolts() {
    List<String> levels = baseKv.stream().map(kv -> Figures.decimals(kv, 2)).toList();
    return levels.size() <= LEVELS
        ? String.join(", ", levels) + " kV"
        : "%d levels, %s … %s kV".formatted(levels.size(), levels.getFirst(), levels.getLast());
  }
}
