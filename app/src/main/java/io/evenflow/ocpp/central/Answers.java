package io.evenflow.ocpp.central;

import io.evenflow.io.JsonObject;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.ChargingNeeds;
import io.evenflow.ocpp.arrival.Supply;
import io.evenflow.ocpp.arrival.TransactionEvent;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a charger's calls are answered. Every card is accepted: who may charge is for the back end
 * that bills it.
 */
final class Answers {
  private static final int HEARTBEAT_SECONDS = 300;

  private final OcppSession session;
  private final Supply supply;
  private final TransactionNumbers transactions;
  private final ChargerEvents events;
  private final InstantSource clock;

  Answers(
      OcppSession session,
      Supply supply,
      TransactionNumbers transactions,
      ChargerEvents events,
      InstantSource clock) {
    this.session = session;
    this.supply = supply;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /** The answer to a call, null where the action is not known. */
  @Nullable ObjectNode to(String action, JsonObject request) {
    boolean isFirst = session.version() == OcppVersion.V1_6;
    return switch (action) {
      case "BootNotification" -> boot(request, isFirst);
      case "Heartbeat" -> empty().put("currentTime", now());
      case "StatusNotification" -> status(request, isFirst);
      case "Authorize" -> accepted(isFirst ? "idTagInfo" : "idTokenInfo");
      case "MeterValues" -> isFirst ? meterValues(request) : empty();
      case "DataTransfer" -> empty().put("status", "UnknownVendorId");
      default -> isFirst ? first(action, request) : second(action, request);
    };
  }

  private @Nullable ObjectNode first(String action, JsonObject request) {
    return switch (action) {
      case "StartTransaction" -> start(request);
      case "StopTransaction" -> {
        events.transaction(session, TransactionEvent.ended(request));
        yield empty();
      }
      case "DiagnosticsStatusNotification", "FirmwareStatusNotification" -> empty();
      default -> null;
    };
  }

  private @Nullable ObjectNode second(String action, JsonObject request) {
    return switch (action) {
      case "TransactionEvent" -> {
        events.transaction(session, TransactionEvent.of(request));
        yield request.has("idToken") ? accepted("idTokenInfo") : empty();
      }
      case "NotifyEVChargingNeeds" -> {
        events.needs(session, ChargingNeeds.of(request, supply));
        yield empty().put("status", "Accepted");
      }
      case "NotifyEVChargingSchedule" -> empty().put("status", "Accepted");
      case "NotifyEvent",
          "NotifyReport",
          "NotifyChargingLimit",
          "SecurityEventNotification",
          "FirmwareStatusNotification",
          "ReportChargingProfiles" ->
          empty();
      default -> null;
    };
  }

  private ObjectNode boot(JsonObject request, boolean isFirst) {
    JsonObject charger = isFirst ? request : request.object("chargingStation");
    events.booted(
        session,
        charger.text(isFirst ? "chargePointVendor" : "vendorName"),
        charger.text(isFirst ? "chargePointModel" : "model"));
    return empty()
        .put("currentTime", now())
        .put("interval", HEARTBEAT_SECONDS)
        .put("status", "Accepted");
  }

  private ObjectNode status(JsonObject request, boolean isFirst) {
    int evse = request.wholeNumber(isFirst ? "connectorId" : "evseId");
    events.status(session, evse, request.text(isFirst ? "status" : "connectorStatus"));
    return empty();
  }

  private ObjectNode start(JsonObject request) {
    TransactionEvent event = TransactionEvent.started(request, transactions.next());
    events.transaction(session, event);
    return accepted("idTagInfo").put("transactionId", Integer.parseInt(event.transactionId()));
  }

  private ObjectNode meterValues(JsonObject request) {
    TransactionEvent event = TransactionEvent.updated(request, clock.instant());
    if (event != null) {
      events.transaction(session, event);
    }
    return empty();
  }

  private static ObjectNode accepted(String info) {
    ObjectNode answer = empty();
    answer.putObject(info).put("status", "Accepted");
    return answer;
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
