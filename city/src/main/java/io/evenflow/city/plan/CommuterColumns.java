package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.coordination.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the vehicles that move between feeders as resources of the master above substations.
 * Feeders stay with what vehicles drew at first; what vehicles draw otherwise moves the import of
 * substations, by as much as prices of stations move with those of substations.
 */
final class CommuterColumns {
  /** Below it nothing can be said of how a station's price follows. Unit: currency per kW. */
  private static final double LEAST_PRICE = 1e-3;

  private static final double LEAST_FOLLOWED = 0.8;
  private static final double MOST_FOLLOWED = 1.5;

  private final Portfolio portfolio;
  private final SharedCouplings couplings;
  private final Commuters commuters;
  private final int[] substationOf;

  /** By feeder what is drawn and asked at first; null for those that nobody visits. */
  private final @Nullable Visits[] visits;

  private final Visits.@Nullable Proof[] proofs;

  /** By feeder, station and period: kW of a substation's import for each kW at a station. */
  private final double[][][] followed;

  private final List<Path> first;
  private final List<List<Column>> columns = new ArrayList<>();

  /** What a part answered once, and the file of its plans. */
  private record Column(Profile profile, Path file) {}

  /** What parts answer, as the master sees it. */
  record Answers(Profile[] profiles, double[] least) {}

  CommuterColumns(Portfolio portfolio, Commuters commuters) {
    this.portfolio = portfolio;
    this.commuters = commuters;
    couplings = new SharedCouplings(portfolio);
    substationOf = couplings.substationOf();
    first = commuters.parts();
    first.forEach(part -> columns.add(new ArrayList<>()));
    visits = new @Nullable Visits[substationOf.length];
    proofs = new Visits.@Nullable Proof[substationOf.length];
    followed = new double[substationOf.length][][];
    for (int f = 0; f < visits.length; f++) {
      Visits own = commuters.at(f);
      visits[f] = own;
      if (own != null) {
        followed[f] = new double[own.stations().size()][portfolio.horizon().periods()];
        Arrays.stream(followed[f]).forEach(row -> Arrays.fill(row, 1));
      }
    }
  }

  int size() {
    return first.size();
  }

  /** Of each part all its answers. */
  List<List<Profile>> profiles() {
    return columns.stream().map(own -> own.stream().map(Column::profile).toList()).toList();
  }

  /** What is drawn at a feeder in all rounds, null where nobody ever is. */
  @Nullable Visits at(int feeder) {
    return visits[feeder];
  }

  /**
   * Parts answer to what feeders proved last.
   *
   * @param price of substations that was added, by row; null for none. Unit: currency per kW
   */
  Answers answer(Commuters.Solver solver, Path folder, double @Nullable [] price)
      throws IOException {
    follow(price);
    commuters.answerFrom(first, solver, folder);
    Profile[] profiles = new Profile[first.size()];
    double[] least = new double[profiles.length];
    for (int p = 0; p < profiles.length; p++) {
      Path file = commuters.parts().get(p);
      CommuterPart.Answer answer = CommuterPart.answer(file);
      least[p] = answer.least() - answer.keptPayment();
      if (price == null) {
        // What feeders know already: this is where all begins.
        double own = CommuterPart.answer(first.get(p)).ownCost();
        profiles[p] = new Profile(new double[couplings.rows().size()], own);
        columns.get(p).add(new Column(profiles[p], first.get(p)));
      } else {
        profiles[p] = profile(p, answer, price);
        columns.get(p).add(new Column(profiles[p], file));
      }
    }
    return new Answers(profiles, least);
  }

  /**
   * Each part answers within what the plan of now leaves, while the others keep to it, at what
   * feeders ask where nothing is shared.
   *
   * @param moreKw by row how much more may be drawn, below 0 where too much is drawn. Unit: kW
   * @param lessKw by row how much less may be drawn, likewise
   * @param missPerKw what missing a limit costs. Unit: currency per kW held for a period
   */
  void answerWithin(
      Commuters.Solver solver, Path folder, double[] moreKw, double[] lessKw, double missPerKw)
      throws IOException {
    int[] firstRow = Arrays.stream(substationOf).map(s -> couplings.row(s, 0)).toArray();
    for (int f = 0; f < proofs.length; f++) {
      commuters.learn(f, proofs[f], true, 1);
    }
    List<Path> now = commuters.parts();
    commuters.answerWithin(
        new Commuters.Left(firstRow, followed, moreKw, lessKw, missPerKw), now, solver, folder);
    List<Path> files = commuters.parts();
    commuters.settle(now);
    for (int p = 0; p < files.size(); p++) {
      Profile next = profile(p, CommuterPart.answer(files.get(p)));
      if (columns.get(p).stream().noneMatch(own -> ColumnChoice.areAlike(own.profile(), next))) {
        columns.get(p).add(new Column(next, files.get(p)));
      }
    }
  }

  /** How prices of stations followed those of substations. */
  private void follow(double @Nullable [] price) {
    for (int f = 0; f < visits.length; f++) {
      Visits.Proof proof = commuters.proof(f);
      Visits.Proof before = proofs[f];
      if (proof == null) {
        continue;
      }
      if (price == null || before == null) {
        proofs[f] = proof;
        continue;
      }
      for (int k = 0; k < followed[f].length; k++) {
        for (int t = 0; t < followed[f][k].length; t++) {
          double above = price[couplings.row(substationOf[f], t)];
          if (Math.abs(above) > LEAST_PRICE) {
            double change = proof.pricePerKw()[k][t] - before.pricePerKw()[k][t];
            followed[f][k][t] = Math.clamp(change / above, LEAST_FOLLOWED, MOST_FOLLOWED);
          }
        }
      }
    }
  }

  /** Import of substations beyond that at first, at a cost that is exact at these prices. */
  private Profile profile(int part, CommuterPart.Answer answer, double[] price) throws IOException {
    double[] amounts = new double[couplings.rows().size()];
    add(amounts, answer.sums(), 1);
    add(amounts, CommuterPart.answer(first.get(part)).sums(), -1);
    double own = answer.ownCost() + answer.payment() - answer.keptPayment();
    for (int row = 0; row < amounts.length; row++) {
      own -= price[row] * amounts[row];
    }
    return new Profile(amounts, own);
  }

  /** The same at the cost that feeders proved first. */
  private Profile profile(int part, CommuterPart.Answer answer) throws IOException {
    List<CommuterPart.Sum> before = CommuterPart.answer(first.get(part)).sums();
    double[] amounts = new double[couplings.rows().size()];
    add(amounts, answer.sums(), 1);
    add(amounts, before, -1);
    return new Profile(amounts, answer.ownCost() + payment(answer.sums()) - payment(before));
  }

  private double payment(List<CommuterPart.Sum> sums) {
    double payment = 0;
    for (CommuterPart.Sum sum : sums) {
      payment += payment(sum.feeder(), sum.station(), sum.kw());
    }
    return payment;
  }

  /** At what feeders proved first. Unit: currency. */
  private double payment(int feeder, String station, double[] kw) {
    Visits own = visits[feeder];
    Visits.Proof proof = proofs[feeder];
    int k = own == null ? -1 : own.stations().indexOf(station);
    double payment = 0;
    for (int t = 0; k >= 0 && proof != null && t < kw.length; t++) {
      payment += proof.pricePerKw()[k][t] * kw[t];
    }
    return payment;
  }

  /** What vehicles pay more at a feeder than for what they drew there at first. */
  double addedPayment(int feeder) {
    Visits old = visits[feeder];
    Visits now = commuters.at(feeder);
    double payment = 0;
    for (int k = 0; old != null && now != null && k < now.kw().length; k++) {
      String station = now.stations().get(k);
      payment += payment(feeder, station, now.kw()[k]) - payment(feeder, station, old.kw()[k]);
    }
    return payment;
  }

  private void add(double[] amounts, List<CommuterPart.Sum> sums, double sign) {
    for (CommuterPart.Sum sum : sums) {
      Visits own = visits[sum.feeder()];
      int k = own == null ? -1 : own.stations().indexOf(sum.station());
      for (int t = 0; k >= 0 && t < sum.kw().length; t++) {
        amounts[couplings.row(substationOf[sum.feeder()], t)] +=
            sign * followed[sum.feeder()][k][t] * sum.kw()[t];
      }
    }
  }

  /**
   * Decides what each part does.
   *
   * @param chosen by part one of the profiles it gave
   * @return by feeder and period what that adds to its import, empty where nobody visits. Unit: kW
   */
  double[][] settle(Profile[] chosen) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int p = 0; p < chosen.length; p++) {
      Profile wanted = chosen[p];
      files.add(
          columns.get(p).stream()
              .filter(column -> column.profile() == wanted)
              .findFirst()
              .orElse(columns.get(p).getFirst())
              .file());
    }
    commuters.settle(files);
    double[][] shifts = new double[visits.length][0];
    for (int f = 0; f < visits.length; f++) {
      Visits old = visits[f];
      Visits now = commuters.at(f);
      if (old != null && now != null) {
        shifts[f] = new double[portfolio.horizon().periods()];
        for (int k = 0; k < followed[f].length; k++) {
          for (int t = 0; t < shifts[f].length; t++) {
            shifts[f][t] += followed[f][k][t] * (now.kw()[k][t] - old.kw()[k][t]);
          }
        }
      }
    }
    return shifts;
  }
}
