package io.evenflow.io;

import io.evenflow.fleet.Session;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schedule as JSON: by session, by generator and by period. */
final class ScheduleJson {
  private final Scenario scenario;
  private final Dispatch dispatch;

  ScheduleJson(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
  }

  void sessions(ArrayNode list) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      ObjectNode node = list.addObject().put("id", session.id());
      Json.put(node, "chargeKw", dispatch.chargeKw()[s]);
      Json.put(node, "dischargeKw", dispatch.dischargeKw()[s]);
      energies(
          node.putArray("energyKwh"), session, dispatch.energyKwh(s, session, scenario.horizon()));
      Json.put(
          node, "shortfallKwh", (Double) dispatch.shortfallKwh(s, session, scenario.horizon()));
    }
  }

  /** T + 1 entries: the starts of all periods and the end of the last. */
  private void energies(ArrayNode list, Session session, double[] energyKwh) {
    for (int period = 0; period <= scenario.periods(); period++) {
      if (session.arrival() <= period && period <= session.departure()) {
        list.add(Json.finite("energyKwh", energyKwh[period - session.arrival()]));
      } else {
        list.addNull();
      }
    }
  }

  void generators(ArrayNode list) {
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      ObjectNode node = list.addObject().put("bus", scenario.feeder().generators().get(g).bus());
      Json.put(node, "activeKw", dispatch.generatorKw()[g]);
      Json.put(node, "reactiveKvar", dispatch.generatorKvar()[g]);
    }
  }

  void periods(ArrayNode list, @Nullable Verification verification) {
    for (int period = 0; period < scenario.periods(); period++) {
      PeriodFlow flow =
          verification == null || period >= verification.periods().size()
              ? PeriodFlow.NONE
              : verification.periods().get(period);
      period(list.addObject(), period, flow);
    }
  }

  /** Without an AC power flow, the import is the schedule's own and the rest is not known. */
  private void period(ObjectNode node, int period, PeriodFlow flow) {
    node.put("start", Times.text(scenario.horizon().startOf(period)));
    Json.put(
        node, "importKw", (Double) (flow.converged() ? flow.importKw() : claimedImport(period)));
    Json.putFinite(node, "lossKw", flow.lossKw());
    Json.put(node, "substationVoltagePu", (Double) dispatch.substationVoltagePu()[period]);
    Json.putFinite(node, "minVoltagePu", flow.minVoltagePu());
    putBus(node, "minVoltageBus", flow, flow.minVoltageBus());
    Json.putFinite(node, "maxVoltagePu", flow.maxVoltagePu());
    putBus(node, "maxVoltageBus", flow, flow.maxVoltageBus());
    stations(node.putObject("stationKw"), period);
  }

  private static void putBus(ObjectNode node, String field, PeriodFlow flow, int bus) {
    if (flow.converged()) {
      node.put(field, bus);
    } else {
      node.putNull(field);
    }
  }

  private double claimedImport(int period) {
    Feeder feeder = scenario.feeder();
    double importKw = 0;
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        importKw += dispatch.generatorKw()[g][period];
      }
    }
    return importKw;
  }

  private void stations(ObjectNode node, int period) {
    double[] netKw = new double[scenario.stations().size()];
    for (int s = 0; s < scenario.sessions().size(); s++) {
      netKw[scenario.stationOf(s)] +=
          dispatch.chargeKw()[s][period] - dispatch.dischargeKw()[s][period];
    }
    for (int k = 0; k < netKw.length; k++) {
      Json.put(node, scenario.stations().get(k).id(), (Double) netKw[k]);
    }
  }
}
