package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.coordination.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What commuters do in the end: of each part of them one of its answers, so that they cost least
 * beside what feeders answered, which is moved by as much.
 */
final class CommuterSettlement {
  private final Portfolio portfolio;
  private final SharedCouplings couplings;
  private final FeederAnswers answers;
  private final CommuterColumns columns;
  private final Commuters.Solver vehicles;
  private final Path folder;

  /** What they do now, by part. */
  private Profile[] parts = new Profile[0];

  /**
   * @param vehicles how they are asked
   * @param folder of their stages
   */
  CommuterSettlement(
      Portfolio portfolio,
      FeederAnswers answers,
      CommuterColumns columns,
      Commuters.Solver vehicles,
      Path folder) {
    this.portfolio = portfolio;
    this.answers = answers;
    this.columns = columns;
    this.vehicles = vehicles;
    this.folder = folder;
    couplings = new SharedCouplings(portfolio);
  }

  /**
   * Decides beside what feeders answered.
   *
   * @param missCostPerKwh of limits. Unit: currency per kWh
   * @param leading by part what it does where no choice is found
   */
  void choose(double missCostPerKwh, IntFunction<Profile> leading) throws IOException {
    if (columns.size() == 0) {
      return;
    }
    double[][] open = new double[answers.ofRounds().size()][0];
    boolean areWhole = answers.active().size() <= PlanOrders.FEW;
    Profile[] chosen = choice(missCostPerKwh).chooseParts(open, answers.ofRounds(), areWhole);
    if (chosen.length == 0) {
      chosen = new Profile[columns.size()];
      Arrays.setAll(chosen, leading);
    }
    settle(chosen);
  }

  /**
   * Decides once more, where a plan misses limits: commuters answer where these are dear, and of
   * each part one of its answers is taken beside what feeders do in the plan.
   *
   * @param importKw of the plan, by feeder; empty without a schedule
   * @return whether there is anything to decide
   */
  boolean chooseAgain(double[][] importKw, Imports imports, double missCostPerKwh)
      throws IOException {
    if (columns.size() == 0) {
      return false;
    }
    answerWithin(imports, missCostPerKwh);
    double[][] settled = new double[importKw.length][];
    Arrays.setAll(settled, f -> answers.unshifted(f, importKw[f]));
    List<List<FeederAnswer>> none =
        answers.ofRounds().stream().map(own -> List.<FeederAnswer>of()).toList();
    Profile[] chosen = choice(missCostPerKwh).chooseParts(settled, none, true);
    if (chosen.length > 0) {
      settle(chosen);
    }
    return chosen.length > 0;
  }

  private ColumnChoice choice(double missCostPerKwh) {
    return new ColumnChoice(portfolio, missCostPerKwh, columns.profiles());
  }

  /** Lets commuters do one of their answers. */
  void settle(Profile[] parts) throws IOException {
    if (columns.size() > 0) {
      this.parts = parts;
      answers.shift(columns.settle(parts));
    }
  }

  /** Commuters answer within what a plan leaves. */
  void answerWithin(Imports imports, double missCostPerKwh) throws IOException {
    if (columns.size() == 0) {
      return;
    }
    int periods = portfolio.horizon().periods();
    double[] moreKw = new double[couplings.rows().size()];
    double[] lessKw = new double[moreKw.length];
    double hours = 0;
    for (int row = 0; row < moreKw.length; row++) {
      moreKw[row] = imports.leftKw(row / periods, row % periods, true);
      lessKw[row] = imports.leftKw(row / periods, row % periods, false);
      hours = Math.max(hours, portfolio.horizon().hours(row % periods));
    }
    columns.answerWithin(vehicles, folder, moreKw, lessKw, missCostPerKwh * hours);
  }

  /** What commuters do now, by part. */
  Profile[] parts() {
    return parts;
  }
}
