package io.evenflow.coordination;

import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import io.evenflow.solver.RowBatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Resources in full as a mixed-integer linear program over the couplings' cuts, solved again with
 * the cuts its answers bring until these rise no more.
 */
final class CutLoop implements AutoCloseable {
  private static final int MOST_ROUNDS = 20;

  private final Problem problem;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node node;
  private final ResourceProgram resources;
  private final Plan plan;
  private final HighsModel model;
  private final int[] moved;
  private final int[] known;

  /**
   * @param cuts all cuts known so far; new ones are added
   * @param node whose cuts count
   * @param program of the resources, with whatever rows the caller adds
   * @param plan what the resources do that are not free
   */
  CutLoop(
      Problem problem,
      Couplings couplings,
      Cuts cuts,
      Node node,
      ResourceProgram resources,
      MixedIntegerProgram program,
      Plan plan) {
    this.problem = problem;
    this.couplings = couplings;
    this.cuts = cuts;
    this.node = node;
    this.resources = resources;
    this.plan = plan;
    model = new HighsModel(program);
    model.option("primal_feasibility_tolerance", 1e-8);
    model.option("mip_feasibility_tolerance", 1e-8);
    // Both cost more here than they bring: a start is given, and few resources are free.
    model.option("presolve", "off");
    model.option("mip_heuristic_effort", 0.0);
    known = new int[problem.couplings().size()];
    moved =
        IntStream.range(0, known.length)
            .filter(c -> resources.theta(c) != ResourceProgram.NONE)
            .toArray();
    readCuts();
  }

  /**
   * What a loop ended with.
   *
   * @param plan the best plan found, null where there is none
   * @param status of the last solve: INFEASIBLE is proven
   * @param bound proven lower bound of the free resources' program. Unit: currency
   * @param nodes branch-and-bound nodes of all solves
   * @param answers what couplings said of the last point, null for none
   */
  record Outcome(
      @Nullable Plan plan,
      HighsStatus status,
      double bound,
      long nodes,
      Answer @Nullable [] answers) {
    boolean isProvenEmpty() {
      return status == HighsStatus.INFEASIBLE;
    }
  }

  /** Gives the solver what the free resources do in the plan. */
  void startFromPlan() {
    double[] x = new double[model.columns()];
    for (int i = 0; i < resources.chosen().size(); i++) {
      resources.setPoint(i, x, plan.profile(resources.chosen().get(i)));
    }
    for (int row = 0; row < problem.rows().size(); row++) {
      if (resources.amount(row) != ResourceProgram.NONE) {
        x[resources.amount(row)] = plan.amounts()[row];
      }
    }
    for (int c : moved) {
      x[resources.theta(c)] = plan.cost(c);
    }
    model.start(x);
  }

  /**
   * Solves until cuts rise no more.
   *
   * @param gap the plan is within this of the best by the cuts. Unit: currency
   */
  Outcome solve(double gap, double seconds, BooleanSupplier stop) {
    long end = System.nanoTime() + (long) (Math.min(seconds, 1e6) * 1e9);
    model.gaps(0, gap / 2);
    model.interruptedBy(stop);
    Plan best = null;
    HighsStatus status = HighsStatus.INTERRUPTED;
    double bound = Double.NEGATIVE_INFINITY;
    long nodes = 0;
    Answer[] last = null;
    for (int round = 0; round < MOST_ROUNDS && !stop.getAsBoolean(); round++) {
      model.timeLimit(Math.max(0.01, (end - System.nanoTime()) / 1e9));
      status = model.solve();
      nodes += model.mipNodes();
      bound = Math.max(bound, provenBound(status));
      if (!model.hasPoint()) {
        break;
      }
      double[] x = model.x();
      Plan next = planAt(x);
      last = couplings.ask(couplings.every(), next.amounts(), node.regions());
      double risen = take(last, next, x);
      if (best == null || next.objective() < best.objective()) {
        best = next;
      }
      if (risen <= gap / 2 || status != HighsStatus.OPTIMAL) {
        break;
      }
      readCuts();
    }
    return new Outcome(best, status, bound, nodes, last);
  }

  /** Without integers the program is linear, and its optimum the bound. */
  private double provenBound(HighsStatus status) {
    if (resources.program().integers() > 0) {
      return model.mipBound();
    }
    return status == HighsStatus.OPTIMAL ? model.objective() : Double.NEGATIVE_INFINITY;
  }

  /** A lower bound of the couplings that no free resource moves. */
  double costElsewhere() {
    double sum = 0;
    for (int c = 0; c < known.length; c++) {
      if (resources.theta(c) == ResourceProgram.NONE) {
        double[] amounts = Problem.gather(problem.couplings().get(c), plan.amounts());
        sum += cuts.height(c, amounts, node.regions()[c]);
      }
    }
    return sum;
  }

  private void readCuts() {
    RowBatch batch = new RowBatch();
    for (int c : moved) {
      for (; known[c] < cuts.of(c).size(); known[c]++) {
        Cut cut = cuts.of(c).get(known[c]);
        if (cut.holdsIn(node.regions()[c])) {
          addCut(batch, cut, c);
        }
      }
    }
    model.addRows(batch);
  }

  /** θ ≥ intercept + Σ gradient·n; sums no free resource can change are constants. */
  private void addCut(RowBatch batch, Cut cut, int c) {
    int[] rows = problem.couplings().get(c).rows();
    double constant = cut.intercept();
    for (int i = 0; i < rows.length; i++) {
      if (resources.amount(rows[i]) == ResourceProgram.NONE) {
        constant += cut.gradient()[i] * plan.amounts()[rows[i]];
      }
    }
    batch.row(constant, Double.POSITIVE_INFINITY).entry(resources.theta(c), 1);
    for (int i = 0; i < rows.length; i++) {
      int variable = resources.amount(rows[i]);
      if (variable != ResourceProgram.NONE && cut.gradient()[i] != 0) {
        batch.entry(variable, -cut.gradient()[i]);
      }
    }
  }

  /** The plan at the program's point. */
  private Plan planAt(double[] x) {
    Plan next = plan.copy();
    for (int i = 0; i < resources.chosen().size(); i++) {
      next.replace(resources.chosen().get(i), resources.profile(i, x));
    }
    return next;
  }

  /** Takes the true costs of a plan; by how much cuts rise above what was believed. */
  private double take(Answer[] answers, Plan next, double[] x) {
    double risen = 0;
    for (int c = 0; c < answers.length; c++) {
      next.set(c, answers[c]);
      cuts.add(c, answers[c].cut(), next.amounts());
      if (resources.theta(c) != ResourceProgram.NONE) {
        double[] amounts = Problem.gather(problem.couplings().get(c), next.amounts());
        risen += Math.max(0, answers[c].cut().at(amounts) - x[resources.theta(c)]);
      }
    }
    return risen;
  }

  @Override
  public void close() {
    model.close();
  }
}
