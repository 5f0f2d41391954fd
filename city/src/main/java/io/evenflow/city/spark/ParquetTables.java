package io.evenflow.city.spark;

import io.evenflow.city.plan.Chunk;
import io.evenflow.city.plan.CommuterPlans;
import io.evenflow.city.plan.FeederOutcome;
import io.evenflow.city.plan.FolderRemoval;
import io.evenflow.city.plan.LimitUse;
import io.evenflow.city.plan.Outcomes;
import io.evenflow.city.plan.Tables;
import io.evenflow.city.portfolio.Commuter;
import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the outcomes of a stage as the tables {@code feeders}, {@code sessions}, {@code periods},
 * {@code limits} and, where vehicles move between feeders, {@code commuters}.
 */
public final class ParquetTables implements Tables {
  private static final DataType NUMBER = DataTypes.DoubleType;
  private static final DataType WORD = DataTypes.StringType;
  private static final DataType WHOLE = DataTypes.IntegerType;
  private static final DataType SERIES = new ArrayType(NUMBER, false);

  private static final StructType FEEDERS =
      new StructType()
          .add("feeder", WORD)
          .add("substation", WORD)
          .add("source", WORD)
          .add("sessions", WHOLE)
          .add("status", WORD)
          .add("objective", NUMBER)
          .add("bound", NUMBER)
          .add("withoutVehicles", NUMBER)
          .add("importKwh", NUMBER)
          .add("lossKwh", NUMBER)
          .add("shortfallKwh", NUMBER)
          .add("minVoltagePu", NUMBER)
          .add("acFeasible", DataTypes.BooleanType)
          .add("seconds", NUMBER)
          .add("message", WORD);

  private static final StructType SESSIONS =
      new StructType()
          .add("feeder", WORD)
          .add("session", WORD)
          .add("station", WORD)
          .add("arrival", WHOLE)
          .add("departure", WHOLE)
          .add("chargedKwh", NUMBER)
          .add("dischargedKwh", NUMBER)
          .add("shortfallKwh", NUMBER)
          .add("chargeKw", SERIES)
          .add("dischargeKw", SERIES);

  private static final StructType PERIODS =
      new StructType()
          .add("feeder", WORD)
          .add("substation", WORD)
          .add("period", WHOLE)
          .add("start", DataTypes.TimestampType)
          .add("importKw", NUMBER)
          .add("lossKw", NUMBER)
          .add("vehiclesKw", NUMBER)
          .add("minVoltagePu", NUMBER)
          .add("maxVoltagePu", NUMBER)
          .add("addedPerMwh", NUMBER);

  private static final StructType COMMUTERS =
      new StructType()
          .add("vehicle", WORD)
          .add("feeder", WORD)
          .add("station", WORD)
          .add("arrival", WHOLE)
          .add("departure", WHOLE)
          .add("usedKwh", NUMBER)
          .add("chargedKwh", NUMBER)
          .add("dischargedKwh", NUMBER)
          .add("shortfallKwh", NUMBER)
          .add("netKw", SERIES);

  private static final StructType LIMITS =
      new StructType()
          .add("id", WORD)
          .add("kind", WORD)
          .add("period", WHOLE)
          .add("start", DataTypes.TimestampType)
          .add("limitKw", NUMBER)
          .add("usedKw", NUMBER)
          .add("pricePerMwh", NUMBER)
          .add("budget", NUMBER)
          .add("budgetUsed", NUMBER)
          .add("budgetUnit", WORD);

  private final SparkCrew crew;
  private final int files;

  /**
   * @param crew whose cluster writes
   * @param files number of files of each table
   */
  public ParquetTables(SparkCrew crew, int files) {
    this.crew = crew;
    this.files = files;
  }

  @Override
  public void write(
      Portfolio portfolio,
      Outcomes outcomes,
      List<LimitUse> limits,
      CommuterPlans commuters,
      Path folder)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(crew.session().sparkContext());
    List<Integer> numbers = new ArrayList<>();
    for (int file = 0; file < outcomes.files().size(); file++) {
      numbers.add(file);
    }
    JavaRDD<Integer> chunkFiles = context.parallelize(numbers, Math.min(files, numbers.size()));
    Broadcast<RowsOf> rows = context.broadcast(new RowsOf(portfolio, outcomes));
    write(chunkFiles.flatMap(file -> rows.value().feeders(file)), FEEDERS, folder, "feeders");
    write(chunkFiles.flatMap(file -> rows.value().sessions(file)), SESSIONS, folder, "sessions");
    write(chunkFiles.flatMap(file -> rows.value().periods(file)), PERIODS, folder, "periods");
    List<Row> uses = limits.stream().map(use -> limit(portfolio, use)).toList();
    write(context.parallelize(uses, 1), LIMITS, folder, "limits");
    FolderRemoval.remove(folder.resolve("commuters"));
    if (!portfolio.commuters().isEmpty()) {
      List<Row> stays = new ArrayList<>();
      commuters.forEach(
          portfolio,
          (vehicle, stay, kw, missing) -> stays.add(stay(portfolio, vehicle, stay, kw, missing)));
      write(context.parallelize(stays, files), COMMUTERS, folder, "commuters");
    }
  }

  private static Row stay(
      Portfolio portfolio,
      Commuter vehicle,
      Commuter.Stay stay,
      double[] netKw,
      double missingKwh) {
    double charged = 0;
    double fed = 0;
    for (int k = 0; k < netKw.length; k++) {
      double hours = portfolio.horizon().hours(stay.arrival() + k);
      charged += hours * Math.max(0, netKw[k]);
      fed += hours * Math.max(0, -netKw[k]);
    }
    return RowFactory.create(
        vehicle.id(),
        portfolio.feeders().get(stay.feeder()).id(),
        stay.station(),
        stay.arrival(),
        stay.departure(),
        stay.usedKwh(),
        charged,
        fed,
        missingKwh,
        RowsOf.boxed(netKw));
  }

  private static Row limit(Portfolio portfolio, LimitUse use) {
    return RowFactory.create(
        use.id(),
        use.kind(),
        use.period(),
        Timestamp.from(portfolio.horizon().startOf(use.period()).toInstant()),
        use.limitKw(),
        use.usedKw(),
        use.pricePerMwh(),
        use.budget(),
        use.budgetUsed(),
        use.budgetUnit());
  }

  /** Beside the table's place first: there is never half a table. */
  private void write(JavaRDD<Row> rows, StructType schema, Path folder, String name)
      throws IOException {
    Path target = folder.resolve(name);
    Path draft = folder.resolve("." + name + ".part");
    FolderRemoval.remove(draft);
    crew.session()
        .createDataFrame(rows, schema)
        .write()
        .parquet(draft.toAbsolutePath().toUri().toString());
    FolderRemoval.remove(target);
    Files.move(draft, target);
  }

  /** Rows of chunks' files, on whatever machine. */
  private static final class RowsOf implements java.io.Serializable {
    private final List<PlacedFeeder> feeders;
    private final Timestamp[] starts;
    private final double[] hours;

    private final List<String> files;
    private final int[] fileOf;

    RowsOf(Portfolio portfolio, Outcomes outcomes) {
      files = new ArrayList<>(outcomes.files().stream().map(Path::toString).toList());
      fileOf = outcomes.fileOf();
      feeders = new ArrayList<>(portfolio.feeders());
      starts = new Timestamp[portfolio.horizon().periods()];
      hours = new double[starts.length];
      for (int t = 0; t < starts.length; t++) {
        starts[t] = Timestamp.from(portfolio.horizon().startOf(t).toInstant());
        hours[t] = portfolio.horizon().hours(t);
      }
    }

    /** Outcomes of a file that no later stage replaced. */
    private Stream<FeederOutcome> kept(int file) throws IOException {
      return Chunk.read(Path.of(files.get(file))).stream()
          .filter(outcome -> fileOf[outcome.index()] == file);
    }

    Iterator<Row> feeders(int file) throws IOException {
      return kept(file).map(this::feeder).iterator();
    }

    Iterator<Row> sessions(int file) throws IOException {
      return kept(file).flatMap(this::sessions).iterator();
    }

    Iterator<Row> periods(int file) throws IOException {
      return kept(file).flatMap(this::periods).iterator();
    }

    private Row feeder(FeederOutcome o) {
      PlacedFeeder feeder = feeders.get(o.index());
      boolean has = o.hasSchedule();
      double bound = o.bound() - o.addedCost();
      return RowFactory.create(
          feeder.id(),
          feeder.substation(),
          feeder.isDrawn() ? feeder.feederCase() : feeder.scenario(),
          o.sessions().size(),
          o.status(),
          orNull(o.objective()),
          orNull(bound),
          orNull(o.withoutVehicles()),
          has ? sum(o, FeederOutcome.PeriodOutcome::importKw) : null,
          has ? sum(o, FeederOutcome.PeriodOutcome::lossKw) : null,
          has ? o.sessions().stream().mapToDouble(s -> s.shortfallKwh()).sum() : null,
          has
              ? o.periods().stream().mapToDouble(p -> p.minVoltagePu()).min().orElse(Double.NaN)
              : null,
          o.acFeasible(),
          o.seconds(),
          o.message());
    }

    private double sum(
        FeederOutcome o, java.util.function.ToDoubleFunction<FeederOutcome.PeriodOutcome> kw) {
      return IntStream.range(0, hours.length)
          .mapToDouble(t -> hours[t] * kw.applyAsDouble(o.periods().get(t)))
          .sum();
    }

    private Stream<Row> sessions(FeederOutcome o) {
      return o.sessions().stream()
          .map(
              s ->
                  RowFactory.create(
                      feeders.get(o.index()).id(),
                      s.id(),
                      s.station(),
                      s.arrival(),
                      s.departure(),
                      s.chargedKwh(),
                      s.dischargedKwh(),
                      s.shortfallKwh(),
                      boxed(s.chargeKw()),
                      boxed(s.dischargeKw())));
    }

    private Stream<Row> periods(FeederOutcome o) {
      PlacedFeeder feeder = feeders.get(o.index());
      return IntStream.range(0, o.periods().size())
          .mapToObj(
              t -> {
                var p = o.periods().get(t);
                return RowFactory.create(
                    feeder.id(),
                    feeder.substation(),
                    t,
                    starts[t],
                    p.importKw(),
                    p.lossKw(),
                    p.vehiclesKw(),
                    p.minVoltagePu(),
                    p.maxVoltagePu(),
                    p.addedPerMwh());
              });
    }

    private static Double[] boxed(double[] numbers) {
      return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }

    private static @org.jspecify.annotations.Nullable Double orNull(double number) {
      return Double.isFinite(number) ? (Double) number : null;
    }
  }
}
