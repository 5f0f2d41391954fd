package io.evenflow.service.http;

import io.evenflow.io.ResultReader;
import io.evenflow.io.ScenarioReader;
import io.evenflow.ocpp.ChargingProfile;
import io.evenflow.ocpp.ChargingProfiles;
import io.evenflow.ocpp.OcppException;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.ProfileOptions;
import io.evenflow.ocpp.RateUnit;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.CannotBeSaid;
import io.evenflow.service.queue.Document;
import io.evenflow.service.queue.Documents;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.Runs;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;

/**
 * A run's schedule as charging profiles of OCPP, made of its files as {@code evenflow ocpp} does.
 */
final class ProfileRoutes implements Routes {
  private static final List<String> VERSIONS =
      Arrays.stream(OcppVersion.values()).map(OcppVersion::word).toList();
  private static final List<String> TRUTHS = List.of("true", "false");
  private static final RateUnit AMPERES = RateUnit.amperes(3, 230);

  private final Runs runs;
  private final Documents documents;

  ProfileRoutes(Runs runs, Documents documents) {
    this.runs = runs;
    this.documents = documents;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get(RunRoutes.PATH + "/{id}/ocpp", this::get);
  }

  private void get(Context context) {
    ProfileOptions options = options(new Query(context, "version", "unit", "clipDischarge"));
    Run run = RunRoutes.required(runs, context);
    String result =
        documents.find(run.id(), Document.RESULT).orElseThrow(() -> DocumentRoutes.missing(run));
    Scenario scenario =
        ScenarioReader.read("scenario", documents.find(run.id(), Document.SCENARIO).orElseThrow());
    Dispatch dispatch = ResultReader.read("result", result, scenario).result().dispatch();
    if (dispatch == null) {
      throw DocumentRoutes.missing(run);
    }
    context
        .contentType("application/json")
        .result(Json.text(requests(options, scenario, dispatch)));
  }

  private static ProfileOptions options(Query query) {
    OcppVersion version =
        OcppVersion.named(query.word("version", OcppVersion.V2_1.word(), VERSIONS));
    boolean isCurrent =
        query.word("unit", RateUnit.WATTS.word(), List.of("W", "A")).equals(AMPERES.word());
    boolean clips = Boolean.parseBoolean(query.word("clipDischarge", "false", TRUTHS));
    return new ProfileOptions(
        version,
        isCurrent ? AMPERES : RateUnit.WATTS,
        false,
        clips,
        null,
        ProfileOptions.MOST_PERIODS,
        null);
  }

  private static List<?> requests(ProfileOptions options, Scenario scenario, Dispatch dispatch) {
    try {
      return new ChargingProfiles(options)
          .of(scenario, dispatch).stream().map(ChargingProfile::request).toList();
    } catch (OcppException problem) {
      throw new CannotBeSaid(
          problem.sentence(), problem.maybe().replace("--clip-discharge", "clipDischarge=true"));
    }
  }
}
