package io.evenflow.ocpp.central;

import io.evenflow.io.InputException;
import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.ocpp.OcppException;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.Supply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One charger that is connected. Every method returns the messages to be sent now, in their order;
 * calls may come from several threads.
 */
public final class OcppSession {
  private final String charger;
  private final OcppVersion version;
  private final Answers answers;
  private final ChargerEvents events;
  private final Outbox outbox = new Outbox();
  private boolean isHandling;

  /**
   * @param charger its identity, as in the address it connects to
   * @param version that both sides agreed on
   * @param supply of its EVSEs
   * @param transactions gives transactions of 1.6 their numbers
   */
  public OcppSession(
      String charger,
      OcppVersion version,
      Supply supply,
      TransactionNumbers transactions,
      ChargerEvents events,
      InstantSource clock) {
    this.charger = charger;
    this.version = version;
    this.events = events;
    answers = new Answers(this, supply, transactions, events, clock);
  }

  public String charger() {
    return charger;
  }

  public OcppVersion version() {
    return version;
  }

  /** Handles a message from the charger. */
  public synchronized List<String> onMessage(String text) {
    List<String> replies = new ArrayList<>();
    isHandling = true;
    try {
      switch (Frame.parse(text)) {
        case Frame.Call call -> replies.add(answer(call).text());
        case Frame.Result result -> accept(result.id(), status(result.payload()));
        case Frame.Refusal refusal -> accept(refusal.id(), refusal.code());
      }
    } catch (InputException unreadable) {
      replies.add(new Frame.Refusal(Frame.NO_ID, unreadableCode(), unreadable.sentence()).text());
    } finally {
      isHandling = false;
    }
    replies.addAll(outbox.ready());
    return replies;
  }

  private Frame answer(Frame.Call call) {
    try {
      JsonObject request =
          JsonSource.parse(charger + ": " + call.action(), call.payload().toString());
      ObjectNode answer = answers.to(call.action(), request);
      return answer == null
          ? new Frame.Refusal(call.id(), "NotImplemented", call.action() + " is not known here")
          : new Frame.Result(call.id(), answer);
    } catch (InputException wrong) {
      return new Frame.Refusal(call.id(), wrongCode(), wrong.sentence());
    } catch (OcppException impossible) {
      return new Frame.Refusal(call.id(), wrongCode(), impossible.sentence());
    } catch (RuntimeException fault) {
      events.failed(this, call.action(), fault);
      return new Frame.Refusal(call.id(), "InternalError", "this is a fault of the central system");
    }
  }

  /** The versions spell it differently. */
  private String unreadableCode() {
    return version == OcppVersion.V1_6 ? "FormationViolation" : "RpcFrameworkError";
  }

  private String wrongCode() {
    return version == OcppVersion.V1_6 ? "FormationViolation" : "FormatViolation";
  }

  private void accept(String id, String status) {
    Frame.Call call = outbox.answered(id);
    if (call != null) {
      events.answered(this, call.action(), status);
    }
  }

  private static String status(ObjectNode payload) {
    return payload.has("status") ? payload.get("status").asString() : "";
  }

  /**
   * Sends a profile; from within {@link ChargerEvents} it goes out behind the answer.
   *
   * @param request a {@code SetChargingProfileRequest} of this session's version
   */
  public synchronized List<String> setProfile(ObjectNode request) {
    outbox.add("SetChargingProfile", request);
    return ready();
  }

  /** Has the charger forget all profiles of a purpose, such as TxProfile, at an EVSE. */
  public synchronized List<String> clearProfiles(int evse, String purpose) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    if (version == OcppVersion.V1_6) {
      request.put("connectorId", evse).put("chargingProfilePurpose", purpose);
    } else {
      request
          .putObject("chargingProfileCriteria")
          .put("evseId", evse)
          .put("chargingProfilePurpose", purpose);
    }
    outbox.add("ClearChargingProfile", request);
    return ready();
  }

  /** While a message is handled, its answer goes first and takes along what waits. */
  private List<String> ready() {
    return isHandling ? List.of() : outbox.ready();
  }

  /** Gives up a call that was not answered for too long; the next one goes out. */
  public synchronized List<String> onTimeout() {
    Frame.Call call = outbox.giveUp();
    if (call != null) {
      events.answered(this, call.action(), "Timeout");
    }
    return outbox.ready();
  }
}
