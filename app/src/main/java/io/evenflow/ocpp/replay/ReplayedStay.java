package io.evenflow.ocpp.replay;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.ocpp.PlannedStay;
import io.evenflow.ocpp.replay.ReadProfile.Piece;
import io.evenflow.time.Horizon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One car at one charger that follows its profile: average powers by period of the stay. */
final class ReplayedStay {
  private final PlannedStay stay;
  private final Horizon horizon;
  private final ChargerModel model;
  private final ReplayedBattery battery;
  private final double afterwardsKw;
  private final double[] netKw;

  /**
   * @param fallbackKw what holds after the profile, null for nothing: then it charges with all it
   *     can
   */
  ReplayedStay(
      PlannedStay stay,
      Horizon horizon,
      ChargerModel model,
      ReplayedBattery battery,
      @Nullable Double fallbackKw) {
    this.stay = stay;
    this.horizon = horizon;
    this.model = model;
    this.battery = battery;
    afterwardsKw = fallbackKw == null ? stay.charger().charge().maxKw() : fallbackKw;
    netKw = new double[stay.netKw().length];
  }

  /** Average powers by period of the stay. Unit: kW */
  double[] follow(ReadProfile profile) {
    List<Piece> outputs = outputs(profile);
    long end = seconds(stay.departure());
    for (int i = 0; i < outputs.size(); i++) {
      long until = i + 1 < outputs.size() ? outputs.get(i + 1).startSeconds() : end;
      run(outputs.get(i).startSeconds(), Math.min(until, end), outputs.get(i).kw());
    }
    return netKw;
  }

  private long seconds(int period) {
    return Duration.between(horizon.startOf(stay.arrival()), horizon.startOf(period)).toSeconds();
  }

  /** What the charger gives, from the car's arrival on: rates it can hold, with its delays. */
  private List<Piece> outputs(ReadProfile profile) {
    long offset =
        Duration.between(horizon.startOf(stay.arrival()).toInstant(), profile.start()).toSeconds();
    List<Piece> asked = new ArrayList<>();
    profile.pieces().forEach(p -> asked.add(new Piece(p.startSeconds() + offset, held(p.kw()))));
    asked.add(new Piece(profile.seconds() + offset, held(afterwardsKw)));
    List<Piece> outputs = new ArrayList<>();
    double now = 0;
    for (int i = 0; i < asked.size(); i++) {
      Piece piece = asked.get(i);
      long until = i + 1 < asked.size() ? asked.get(i + 1).startSeconds() : Long.MAX_VALUE;
      long at = piece.startSeconds();
      boolean turns = Math.signum(piece.kw()) != Math.signum(now);
      if (turns && now != 0) {
        at += model.pauseSeconds();
        now = addBefore(outputs, until, new Piece(at, 0)) ? 0 : now;
      }
      if (turns && piece.kw() != 0) {
        at += model.resumeSeconds();
      }
      // A rate that is over before it begins never does.
      if (addBefore(outputs, until, new Piece(at, piece.kw()))) {
        now = piece.kw();
      }
    }
    return outputs;
  }

  private static boolean addBefore(List<Piece> outputs, long until, Piece piece) {
    boolean begins = piece.startSeconds() < until;
    if (begins) {
      outputs.add(piece);
    }
    return begins;
  }

  /** A rate as the charger can hold it: nothing below its least, its most above that. */
  private double held(double kw) {
    Charger charger = stay.charger();
    @Nullable PowerRange range = kw < 0 ? charger.discharge() : charger.charge();
    if (kw == 0 || range == null) {
      return 0;
    }
    double least = Math.max(range.minKw(), model.leastKw());
    double size = Math.min(Math.abs(kw), range.maxKw());
    return size < least * (1 - 1e-9) ? 0 : Math.copySign(size, kw);
  }

  private void run(long from, long to, double kw) {
    for (int k = 0; k < netKw.length && kw != 0; k++) {
      long begin = Math.max(from, seconds(stay.arrival() + k));
      long end = Math.min(to, seconds(stay.arrival() + k + 1));
      if (begin < end) {
        double efficiency =
            kw > 0 ? stay.charger().chargeEfficiency() : stay.charger().dischargeEfficiency();
        double moved = battery.move(kw, (end - begin) / 3600.0, efficiency);
        netKw[k] += kw * moved / horizon.hours(stay.arrival() + k);
      }
    }
  }
}
