package io.evenflow.ocpp.central;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls to a charger, one after the other: OCPP-J forbids a second call before the first is
 * answered.
 */
final class Outbox {
  private final Deque<Frame.Call> waiting = new ArrayDeque<>();
  private Frame.@Nullable Call sent;
  private long next = 1;

  void add(String action, ObjectNode payload) {
    waiting.add(new Frame.Call("evenflow-" + next++, action, payload));
  }

  /** What may be sent now. */
  List<String> ready() {
    List<String> texts = new ArrayList<>();
    if (sent == null && !waiting.isEmpty()) {
      sent = waiting.poll();
      texts.add(sent.text());
    }
    return texts;
  }

  /** The call that an answer is to, null where it is to none that was sent. */
  Frame.@Nullable Call answered(String id) {
    Frame.Call call = sent;
    if (call == null || !call.id().equals(id)) {
      return null;
    }
    sent = null;
    return call;
  }

  /** The call that has no answer yet is given up. */
  Frame.@Nullable Call giveUp() {
    Frame.Call call = sent;
    sent = null;
    return call;
  }
}
