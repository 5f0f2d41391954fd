package io.evenflow.check;

/**
 * How far beyond a limit a schedule may be before the check says so: wide enough for what solvers
 * leave (about 1e-8 of the quantities they see, and the squares of voltages instead of voltages),
 * far below what any meter or relay can tell.
 */
public final class Tolerances {
  /** A hundredth of what a voltage transformer of class 0.1 resolves. Unit: p.u. */
  public static final double VOLTAGE_PU = 1e-5;

  /** Of a branch's rating: 0.4 kVA on 4 MVA, where protection resolves a per cent. Unit: 1 */
  public static final double RATING_RELATIVE = 1e-4;

  /** Of a vehicle: one watt, above 25 kW times the usual integrality tolerance of 1e-6. Unit: kW */
  public static final double POWER_KW = 1e-3;

  /** Above this a session charges, where runs count: half the least power of a run. Unit: kW */
  public static final double RUNNING_KW = 5e-4;

  /**
   * Of a station's or a group's net power: ten vehicles, each off by its watt, where a fuse of 63 A
   * carries 40 kW. Unit: kW
   */
  public static final double CONNECTION_KW = 0.01;

  /** Of a photovoltaic plant: 1e-5 of one of 1 MW, a tenth of a generator's. Unit: kW, kvar, kVA */
  public static final double SOLAR_KW = 0.01;

  /** Of a generator or the substation: 1e-5 of a feeder of 10 MW. Unit: kW, kvar */
  public static final double GENERATION_KW = 0.1;

  /** Of a battery: what one watt makes of an hour. Unit: kWh */
  public static final double ENERGY_KWH = 1e-3;

  /** Of a claimed objective against the cost of the claimed powers. Unit: 1 */
  public static final double COST_RELATIVE = 1e-6;

  /** Of the energy imported over a day: what the power's tolerance makes of an hour. Unit: kWh */
  public static final double IMPORT_KWH = 0.1;

  /** Of CO₂ over a day: what that energy's tolerance makes at 1 kg/kWh, coal's. Unit: kg */
  public static final double EMISSIONS_KG = 0.1;

  /** The same as part of all that is imported, and of its CO₂. Unit: 1 */
  public static final double IMPORT_RELATIVE = 1e-5;

  /** Of a claimed gap against the one its figures make. Unit: 1 */
  public static final double GAP = 1e-6;

  private Tolerances() {}

  /** What a claimed cost may be off by. Unit: that of the cost. */
  static double costOf(double cost) {
    return COST_RELATIVE * Math.max(1, Math.abs(cost));
  }
}
